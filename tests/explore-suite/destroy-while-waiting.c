/* expect: fails: use after free */
/* why: the thread may still wait for what main gives back */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int waits;

static void *work(void *ready)
{
    atomic_store(&waits, 1);
    sem_wait(ready);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    sem_t *ready = malloc(sizeof *ready);

    if (ready == NULL)
        return 0;
    sem_init(ready, 0, 0);
    pthread_create(&thread, NULL, work, ready);
    pthread_detach(thread);
    free(ready);
    return 0;
}
