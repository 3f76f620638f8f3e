/* expect: fails: data race */
/* why: somebody may be waiting at the semaphore, for ever */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static sem_t ready;
static atomic_int waits;

static void *work(void *unused)
{
    atomic_store(&waits, 1);
    sem_wait(&ready);
    return unused;
}

int main(void)
{
    pthread_t thread;

    sem_init(&ready, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    if (atomic_load(&waits))
        sem_destroy(&ready);
    return 0;
}
