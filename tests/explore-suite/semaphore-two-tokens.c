/* expect: fails: data race on counter */
/* why: two tokens let both in */
#include <pthread.h>
#include <semaphore.h>

static sem_t token;
static int counter;

static void *step(void *unused)
{
    (void)unused;
    sem_wait(&token);
    counter++;
    sem_post(&token);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    sem_init(&token, 0, 2);
    pthread_create(&one, NULL, step, NULL);
    pthread_create(&two, NULL, step, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    sem_destroy(&token);
    return counter != 2;
}
