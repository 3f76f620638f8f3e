/* expect: fails: SIGUSR1 */
/* why: main blocks it too late: the thread has it open, and it ends all */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <unistd.h>

static int got;

static void *receive(void *set)
{
    return sigwait(set, &got) == 0 ? set : NULL;
}

int main(void)
{
    pthread_t thread;
    sigset_t usr1;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_create(&thread, NULL, receive, &usr1);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    kill(getpid(), SIGUSR1);
    pthread_join(thread, NULL);
    return got != SIGUSR1;
}
