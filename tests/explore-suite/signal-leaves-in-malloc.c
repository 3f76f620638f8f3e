/* expect: holds */
/* why: as signal-exits-in-malloc, but _exit is async-signal-safe */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <unistd.h>

static void *kept;

static void leave(int unused)
{
    (void)unused;
    _exit(0);
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
