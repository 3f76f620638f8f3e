/* expect: holds */
/* why: as destroy-while-posted, but whoever destroys it has waited for the
   post */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static sem_t done;
static atomic_int looks;

static void *tidy_up(void *unused)
{
    sem_wait(&done);
    sem_destroy(&done);
    return unused;
}

int main(void)
{
    pthread_t thread;

    sem_init(&done, 0, 0);
    pthread_create(&thread, NULL, tidy_up, NULL);
    atomic_fetch_add(&looks, 1);
    sem_post(&done);
    pthread_join(thread, NULL);
    return 0;
}
