/* expect: fails: claim */
/* why: a signal that is raised while it is pending is handled once */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static atomic_int times, sent;
static pthread_t receiver;

static void count(int unused)
{
    (void)unused;
    atomic_fetch_add(&times, 1);
}

static void *send(void *unused)
{
    pthread_kill(receiver, SIGUSR1);
    atomic_store(&sent, 1);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = count };
    pthread_t thread;
    int before;

    sigemptyset(&action.sa_mask);
    receiver = pthread_self();
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, send, NULL);
    before = atomic_load(&sent) && atomic_load(&times) == 0;
    raise(SIGUSR1);
    raise(SIGUSR1);
    pthread_join(thread, NULL);
    return before && atomic_load(&times) == 2;
}
