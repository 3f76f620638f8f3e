/* expect: fails: leak or claim */
/* why: with its key deleted before the thread ends, no destructor frees the
   block */
#include <pthread.h>
#include <semaphore.h>
#include <stdlib.h>

static pthread_key_t key;
static sem_t set;

static void *work(void *unused)
{
    pthread_setspecific(key, malloc(8));
    sem_post(&set);
    return unused;
}

int main(void)
{
    pthread_t thread;

    sem_init(&set, 0, 0);
    pthread_key_create(&key, free);
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&set);
    pthread_key_delete(key);
    pthread_join(thread, NULL);
    return 0;
}
