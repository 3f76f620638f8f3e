/* expect: holds */
/* why: the thread blocks the signal while it is between load and store */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int counter, handled;

static void count(int unused)
{
    (void)unused;
    atomic_fetch_add(&counter, 1);
    atomic_fetch_add(&handled, 1);
}

static void *work(void *blocked)
{
    int seen;

    pthread_sigmask(SIG_BLOCK, blocked, NULL);
    seen = atomic_load(&counter);
    atomic_store(&counter, seen + 1);
    pthread_sigmask(SIG_UNBLOCK, blocked, NULL);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    sigset_t usr1;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    signal(SIGUSR1, count);
    pthread_create(&thread, NULL, work, &usr1);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return atomic_load(&counter) != 1 + atomic_load(&handled);
}
