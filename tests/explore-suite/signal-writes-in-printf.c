/* expect: holds */
/* why: write may be called by a handler, whatever it interrupts */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

static void tell(int unused)
{
    (void)unused;
    if (write(1, "told\n", 5) != 5)
        return;
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
