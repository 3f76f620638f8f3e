/* expect: fails: misuse */
/* why: exit isn't async-signal-safe, and the handler may interrupt malloc */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>

static void *kept;

static void leave(int unused)
{
    (void)unused;
    exit(0);
}

static void *work(void *unused)
{
    kept = malloc(1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, leave);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    free(kept);
    return 0;
}
