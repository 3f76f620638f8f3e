/* expect: holds */
/* why: the wait can't be exchanged with the tries before it, as long as
   nobody has posted; whoever tries it nevertheless finds another program */
#include <pthread.h>
#include <semaphore.h>

static sem_t token;

static void *try_it(void *none)
{
    if (sem_trywait(&token) == 0)
        sem_post(&token);
    return none;
}

static void *wait_for_it(void *none)
{
    sem_wait(&token);
    return none;
}

static void *post_it(void *none)
{
    sem_post(&token);
    return none;
}

int main(void)
{
    void *(*const start[])(void *) = { try_it, try_it, wait_for_it, post_it };
    pthread_t thread[4];

    sem_init(&token, 0, 0);
    for (int i = 0; i < 4; i++)
        pthread_create(&thread[i], NULL, start[i], NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(thread[i], NULL);
    if (sem_trywait(&token) == 0)
        return 1;
    sem_destroy(&token);
    return 0;
}
