/* expect: fails: claim */
/* why: the handler of one signal may interrupt that of another */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int inside, nested;

static void enter(int unused)
{
    (void)unused;
    if (atomic_fetch_add(&inside, 1) > 0)
        atomic_store(&nested, 1);
    atomic_fetch_sub(&inside, 1);
}

static void *work(void *unused)
{
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = enter,
        .sa_flags = SA_RESTART };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    sigaction(SIGUSR2, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_kill(thread, SIGUSR2);
    pthread_join(thread, NULL);
    return atomic_load(&nested);
}
