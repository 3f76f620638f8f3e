/* expect: holds */
/* why: as signal-thread-and-process, but both are sent to the thread */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

static atomic_int times;

static void count(int unused)
{
    (void)unused;
    atomic_fetch_add(&times, 1);
}

int main(void)
{
    struct sigaction action = { .sa_handler = count };
    sigset_t set;

    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    pthread_sigmask(SIG_BLOCK, &set, NULL);
    pthread_kill(pthread_self(), SIGUSR1);
    pthread_kill(pthread_self(), SIGUSR1);
    pthread_sigmask(SIG_UNBLOCK, &set, NULL);
    return atomic_load(&times) == 2;
}
