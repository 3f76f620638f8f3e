/* expect: holds */
/* why: who holds the lock blocks the signal whose handler asks for it */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void section(int unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
}

static void *work(void *unused)
{
    sigset_t usr1;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    section(0);
    pthread_sigmask(SIG_UNBLOCK, &usr1, NULL);
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, section);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
