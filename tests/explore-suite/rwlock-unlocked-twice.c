/* expect: fails: misuse: main unlocks rwlock */
/* why: main has let go what it held, while the other still reads */
#include <pthread.h>
#include <semaphore.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static sem_t reads, may_end;

static void *read_on(void *unused)
{
    pthread_rwlock_rdlock(&lock);
    sem_post(&reads);
    sem_wait(&may_end);
    pthread_rwlock_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread;

    sem_init(&reads, 0, 0);
    sem_init(&may_end, 0, 0);
    pthread_create(&thread, NULL, read_on, NULL);
    sem_wait(&reads);
    pthread_rwlock_rdlock(&lock);
    pthread_rwlock_unlock(&lock);
    pthread_rwlock_unlock(&lock);
    sem_post(&may_end);
    pthread_join(thread, NULL);
    return 0;
}
