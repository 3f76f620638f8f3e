/* expect: fails: data race on slot */
/* why: three are let into two slots, so the putter comes round too early */
#include <pthread.h>
#include <semaphore.h>

static sem_t empty, filled;
static int slot[2], sum;

static void *take(void *unused)
{
    (void)unused;
    for (int i = 0; i < 3; i++) {
        sem_wait(&filled);
        sum += slot[i % 2];
        sem_post(&empty);
    }
    return NULL;
}

int main(void)
{
    pthread_t thread;

    sem_init(&empty, 0, 3);
    sem_init(&filled, 0, 0);
    pthread_create(&thread, NULL, take, NULL);
    for (int i = 0; i < 3; i++) {
        sem_wait(&empty);
        slot[i % 2] = i + 1;
        sem_post(&filled);
    }
    pthread_join(thread, NULL);
    sem_destroy(&empty);
    sem_destroy(&filled);
    return 0;
}
