/* expect: fails: claim */
/* why: a signal may wake either of two; whichever it is, look may have to come
   after what follows */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static sem_t go, both;
static int woken, early, late;
static atomic_int first, second;

static void *look(void *unused)
{
    late = atomic_load(&second);
    return unused;
}

static void *await(void *number)
{
    pthread_mutex_lock(&lock);
    sem_post(&both);
    pthread_cond_wait(&changed, &lock);
    if (woken == 0) {
        woken = *(int *)number;
        sem_post(&go);
        atomic_store(&first, 1);
        atomic_store(&second, 1);
        pthread_cond_signal(&changed);
    }
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *wake_one(void *unused)
{
    sem_wait(&both);
    sem_wait(&both);
    pthread_mutex_lock(&lock);
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    sem_wait(&go);
    early = !atomic_load(&first);
    return unused;
}

int main(void)
{
    int number[] = { 1, 2 };
    pthread_t threads[4];

    sem_init(&go, 0, 0);
    sem_init(&both, 0, 0);
    pthread_create(&threads[0], NULL, look, NULL);
    pthread_create(&threads[1], NULL, await, &number[0]);
    pthread_create(&threads[2], NULL, await, &number[1]);
    pthread_create(&threads[3], NULL, wake_one, NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return woken == 2 && early && late;
}
