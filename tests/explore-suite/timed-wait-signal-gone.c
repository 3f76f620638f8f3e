/* expect: fails: claim */
/* why: the time is up although the signal has come, which is a choice within a
   step; with that choice, too, look may have to come after what follows */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static sem_t go;
static int ready, waited, early, late;
static atomic_int first, second;

static void *look(void *unused)
{
    late = atomic_load(&second);
    return unused;
}

static void *await(void *unused)
{
    struct timespec past = { 0, 0 };

    pthread_mutex_lock(&lock);
    if (!ready)
        waited = pthread_cond_timedwait(&changed, &lock, &past) == ETIMEDOUT
            && ready;
    pthread_mutex_unlock(&lock);
    sem_post(&go);
    atomic_store(&first, 1);
    atomic_store(&second, 1);
    return unused;
}

static void *announce(void *unused)
{
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return unused;
}

static void *peek(void *unused)
{
    sem_wait(&go);
    early = !atomic_load(&first);
    return unused;
}

int main(void)
{
    void *(*parts[])(void *) = { look, await, announce, peek };
    pthread_t threads[4];

    sem_init(&go, 0, 0);
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, parts[i], NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return waited && early && late;
}
