/* expect: holds */
/* why: as signal-rwlock-writes, but the handler only reads, too */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void visit(int unused)
{
    (void)unused;
    pthread_rwlock_rdlock(&lock);
    pthread_rwlock_unlock(&lock);
}

static void *work(void *unused)
{
    pthread_rwlock_rdlock(&lock);
    pthread_rwlock_unlock(&lock);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = visit };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
