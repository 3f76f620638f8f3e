/* expect: holds */
/* why: the handler only sets a lock-free atomic (C11 5.1.2.3p5); it may run
   late or, if the thread has ended by then, not at all */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

static atomic_int told;

static void tell(int unused)
{
    (void)unused;
    atomic_store(&told, 1);
}

static void *work(void *unused)
{
    return unused;
}

int main(void)
{
    struct sigaction action;
    pthread_t thread;

    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = tell;
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return atomic_load(&told) > 1;
}
