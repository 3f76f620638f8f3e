/* expect: holds */
/* why: what is pending is lost when it comes to be ignored, even while blocked */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int came;

static void count(int unused)
{
    (void)unused;
    atomic_fetch_add(&came, 1);
}

int main(void)
{
    sigset_t set;

    signal(SIGUSR1, count);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    raise(SIGUSR1);
    signal(SIGUSR1, SIG_IGN);
    signal(SIGUSR1, count);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    raise(SIGUSR1);
    return atomic_load(&came) != 1;
}
