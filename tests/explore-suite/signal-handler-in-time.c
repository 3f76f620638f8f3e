/* expect: holds */
/* why: as signal-handler-too-late, but it has one first */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static void nothing(int unused)
{
    (void)unused;
}

static void *work(void *unused)
{
    raise(SIGUSR1);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = nothing };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
