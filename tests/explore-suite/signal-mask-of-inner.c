/* expect: holds */
/* why: what the inner handler blocked is open again when it has ended */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t still_blocked = -1;

static void inner(int signal)
{
    (void)signal;
}

static void outer(int signal)
{
    sigset_t now;

    (void)signal;
    raise(SIGUSR2);
    sigfillset(&now);
    pthread_sigmask(SIG_BLOCK, NULL, &now);
    still_blocked = sigismember(&now, SIGURG);
}

int main(void)
{
    struct sigaction one = { .sa_handler = outer };
    struct sigaction two = { .sa_handler = inner };

    sigemptyset(&one.sa_mask);
    sigemptyset(&two.sa_mask);
    sigaddset(&two.sa_mask, SIGURG);
    sigaction(SIGUSR1, &one, NULL);
    sigaction(SIGUSR2, &two, NULL);
    pthread_kill(pthread_self(), SIGUSR1);
    return still_blocked != 0;
}
