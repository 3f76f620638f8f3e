/* expect: fails: deadlock */
/* why: the handler may run after the look and before pause, which then waits
   for a signal that was there already */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static volatile sig_atomic_t told;
static pthread_t waiting;

static void tell(int unused)
{
    (void)unused;
    told = 1;
}

static void *send(void *unused)
{
    pthread_kill(waiting, SIGUSR1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, tell);
    waiting = pthread_self();
    pthread_create(&thread, NULL, send, NULL);
    if (!told)
        pause();
    pthread_join(thread, NULL);
    return 0;
}
