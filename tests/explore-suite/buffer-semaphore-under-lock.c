/* expect: fails: deadlock */
/* why: who waits for an item keeps the mutex that the putter needs */
#include <pthread.h>
#include <semaphore.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static sem_t filled;
static int items;

static void *take(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    sem_wait(&filled);
    items--;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    sem_init(&filled, 0, 0);
    pthread_create(&thread, NULL, take, NULL);
    pthread_mutex_lock(&lock);
    items++;
    pthread_mutex_unlock(&lock);
    pthread_mutex_lock(&lock);
    sem_post(&filled);
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    sem_destroy(&filled);
    return items != 0;
}
