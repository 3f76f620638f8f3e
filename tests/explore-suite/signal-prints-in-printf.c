/* expect: fails: async-signal-safe */
/* why: the handler may interrupt one printf with another (POSIX 2.4.3) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

static void tell(int unused)
{
    (void)unused;
    printf("told\n");
}

static void *work(void *unused)
{
    printf("at work\n");
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, tell);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
