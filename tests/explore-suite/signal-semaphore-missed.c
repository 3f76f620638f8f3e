/* expect: fails: deadlock */
/* why: the handler may come after the look and before sem_wait, which it
   doesn't interrupt then */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>

static sem_t never;
static atomic_int told;

static void tell(int unused)
{
    (void)unused;
    atomic_store(&told, 1);
}

static void *work(void *unused)
{
    while (!atomic_load(&told))
        sem_wait(&never);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = tell };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sem_init(&never, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return 0;
}
