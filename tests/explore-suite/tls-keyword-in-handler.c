/* expect: can't say: thread-local */
/* why: the handler shares the variable with its thread, which isn't modelled */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static _Thread_local int mine;

static void count(int unused)
{
    (void)unused;
    mine++;
}

static void *work(void *unused)
{
    mine++;
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, count);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
