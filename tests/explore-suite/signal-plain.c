/* expect: fails: data race on counter */
/* why: a handler and its thread share a plain object (C11 5.1.2.3p5) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static int counter;

static void count(int unused)
{
    (void)unused;
    counter++;
}

static void *work(void *unused)
{
    counter++;
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
