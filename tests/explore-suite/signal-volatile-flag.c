/* expect: holds */
/* why: a volatile sig_atomic_t may be shared with a handler (C11 7.14.1.1) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t told;

static void tell(int unused)
{
    (void)unused;
    told = 1;
}

int main(void)
{
    signal(SIGUSR1, tell);
    pthread_kill(pthread_self(), SIGUSR1);
    return told != 1;
}
