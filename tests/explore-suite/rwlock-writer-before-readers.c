/* expect: fails: claim */
/* why: if add takes one token between the two that give gives, it may write
   before both read; when their locks are held together, its lock may have had
   to wait for a reader's token */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t tokens, read_by_two;
static int value, one, two, between;
static atomic_int taken;

static void *read_first(void *unused)
{
    pthread_rwlock_rdlock(&lock);
    one = value;
    sem_post(&tokens);
    sem_wait(&read_by_two);
    pthread_rwlock_unlock(&lock);
    return unused;
}

static void *read_second(void *unused)
{
    pthread_rwlock_rdlock(&lock);
    two = value;
    sem_post(&tokens);
    sem_post(&read_by_two);
    pthread_rwlock_unlock(&lock);
    return unused;
}

static void *add(void *unused)
{
    sem_wait(&tokens);
    atomic_store(&taken, 1);
    sem_wait(&tokens);
    pthread_rwlock_wrlock(&lock);
    value = 1;
    pthread_rwlock_unlock(&lock);
    return unused;
}

static void *give(void *unused)
{
    sem_post(&tokens);
    between = atomic_load(&taken);
    sem_post(&tokens);
    return unused;
}

int main(void)
{
    void *(*parts[])(void *) = { read_first, read_second, add, give };
    pthread_t threads[4];

    sem_init(&tokens, 0, 0);
    sem_init(&read_by_two, 0, 0);
    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, parts[i], NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return one && two && between;
}
