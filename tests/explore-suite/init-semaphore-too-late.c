/* expect: fails: data race on ready */
/* why: the thread may wait for what isn't initialised yet */
#include <pthread.h>
#include <semaphore.h>

static sem_t ready;

static void *work(void *unused)
{
    sem_wait(&ready);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    sem_init(&ready, 0, 0);
    sem_post(&ready);
    pthread_join(thread, NULL);
    return 0;
}
