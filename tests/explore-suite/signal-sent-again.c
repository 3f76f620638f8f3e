/* expect: fails: claim */
/* why: the second signal may come while the first is handled, and before it is
   looked whether both were sent */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int both_sent, times, seen;
static pthread_t receiver;

static void count(int unused)
{
    (void)unused;
    if (atomic_fetch_add(&times, 1) == 0)
        atomic_store(&seen, atomic_load(&both_sent));
}

static void *send(void *unused)
{
    pthread_kill(receiver, SIGUSR1);
    pthread_kill(receiver, SIGUSR1);
    atomic_store(&both_sent, 1);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = count };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    receiver = pthread_self();
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, send, NULL);
    pthread_join(thread, NULL);
    return atomic_load(&seen) == 1 && atomic_load(&times) == 2;
}
