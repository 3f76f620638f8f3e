/* expect: holds */
/* why: as signal-sigwait-which, but both are taken */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <stddef.h>

int main(void)
{
    sigset_t set;
    int got, other;

    sigemptyset(&set);
    sigaddset(&set, SIGUSR1);
    sigaddset(&set, SIGUSR2);
    sigprocmask(SIG_BLOCK, &set, NULL);
    raise(SIGUSR2);
    raise(SIGUSR1);
    sigwait(&set, &got);
    sigwait(&set, &other);
    return got + other != SIGUSR1 + SIGUSR2;
}
