/* expect: holds */
/* why: as signal-semaphore-missed, but the handler posts */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>

static sem_t ready;
static atomic_int told;

static void tell(int unused)
{
    (void)unused;
    atomic_store(&told, 1);
    sem_post(&ready);
}

static void *work(void *unused)
{
    while (!atomic_load(&told))
        sem_wait(&ready);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = tell };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sem_init(&ready, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
