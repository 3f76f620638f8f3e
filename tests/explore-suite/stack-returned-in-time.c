/* expect: holds */
/* expect weak: holds */
/* why: as stack-returned-too-soon, but the last thing that the thread does is
   to say so */
#include <pthread.h>
#include <semaphore.h>

static sem_t ready;

static void *work(void *result)
{
    *(int *)result = 42;
    sem_post(&ready);
    return NULL;
}

static int begin(pthread_t *thread)
{
    int result = 0;

    pthread_create(thread, NULL, work, &result);
    sem_wait(&ready);
    return result;
}

int main(void)
{
    pthread_t thread;
    int result;

    sem_init(&ready, 0, 0);
    result = begin(&thread);
    pthread_join(thread, NULL);
    return result != 42;
}
