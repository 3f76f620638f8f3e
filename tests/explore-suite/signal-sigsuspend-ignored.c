/* expect: fails: deadlock */
/* why: a signal that is ignored doesn't end sigsuspend, even if it comes
   while that waits */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static pthread_t waiting;

static void *send(void *unused)
{
    pthread_kill(waiting, SIGCHLD);
    return unused;
}

int main(void)
{
    sigset_t none;
    pthread_t thread;

    waiting = pthread_self();
    sigemptyset(&none);
    pthread_create(&thread, NULL, send, NULL);
    sigsuspend(&none);
    pthread_join(thread, NULL);
    return 0;
}
