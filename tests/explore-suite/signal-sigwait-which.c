/* expect: fails: claim */
/* why: of two that are pending, sigwait may take either */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stddef.h>

int main(void)
{
    sigset_t set;
    int got;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    raise(SIGUSR2);
    raise(SIGUSR1);
    sigwait(&set, &got);
    return got != SIGUSR2;
}
