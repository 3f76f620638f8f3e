/* expect: fails: claim */
/* why: the handler may run between its thread's load and store */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static atomic_int counter, handled;

static void count(int unused)
{
    (void)unused;
    atomic_fetch_add(&counter, 1);
    atomic_fetch_add(&handled, 1);
}

static void *work(void *unused)
{
    int seen = atomic_load(&counter);

    atomic_store(&counter, seen + 1);
    return unused;
}

int main(void)
{
    struct sigaction action;
    pthread_t thread;

    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = count;
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return atomic_load(&counter) != 1 + atomic_load(&handled);
}
