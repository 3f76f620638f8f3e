/* expect: fails: deadlock */
/* why: a signal that is ignored doesn't end pause */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static void *work(void *unused)
{
    pause();
    return unused;
}

int main(void)
{
    pthread_t thread;

    signal(SIGUSR1, SIG_IGN);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
