/* expect: holds */
/* why: sigsuspend unblocks the signal and waits in one step */
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
    sigset_t usr1, before;

    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &usr1, &before);

    signal(SIGUSR1, tell);
    waiting = pthread_self();
    pthread_create(&thread, NULL, send, NULL);
    while (!told)
        sigsuspend(&before);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    pthread_join(thread, NULL);
    return 0;
}
