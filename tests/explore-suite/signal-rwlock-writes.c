/* expect: fails: deadlock */
/* why: the handler waits for its own thread to stop reading */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;

static void visit(int unused)
{
    (void)unused;
    pthread_rwlock_wrlock(&lock);
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
    pthread_t thread;

    signal(SIGUSR1, visit);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
