/* expect: fails: SIGUSR1 ends the program */
/* why: the signal may come before it has a handler */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static void nothing(int unused)
{
    (void)unused;
}

static void *work(void *unused)
{
    raise(SIGUSR1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    signal(SIGUSR1, nothing);
    pthread_join(thread, NULL);
    return 0;
}
