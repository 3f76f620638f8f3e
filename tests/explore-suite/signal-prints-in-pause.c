/* expect: holds */
/* why: pause is async-signal-safe, so its handler may print */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void say(int unused)
{
    (void)unused;
    printf("here\n");
}

static void *work(void *unused)
{
    pause();
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, say);
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    pthread_kill(thread, SIGUSR1);
    return 0;
}
