/* expect: fails: stack of main */
/* why: the thread says that main may go on, and then still writes to a
   variable of the function from which main returns */
#include <pthread.h>
#include <semaphore.h>

static sem_t ready;

static void *work(void *result)
{
    sem_post(&ready);
    *(int *)result = 42;
    return NULL;
}

static void begin(pthread_t *thread)
{
    int result = 0;

    pthread_create(thread, NULL, work, &result);
    sem_wait(&ready);
}

int main(void)
{
    pthread_t thread;

    sem_init(&ready, 0, 0);
    begin(&thread);
    pthread_join(thread, NULL);
    return 0;
}
