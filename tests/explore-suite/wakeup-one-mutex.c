/* expect: holds */
/* why: as wakeup-two-mutexes, but they do */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock[2] = { PTHREAD_MUTEX_INITIALIZER,
    PTHREAD_MUTEX_INITIALIZER };
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready;

static void *work(void *mine)
{
    pthread_mutex_lock(mine);
    while (!ready)
        pthread_cond_wait(&changed, mine);
    assert(ready);
    pthread_mutex_unlock(mine);
    return NULL;
}

int main(void)
{
    pthread_t thread[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&thread[i], NULL, work, &lock[0]);
    pthread_mutex_lock(&lock[0]);
    pthread_mutex_lock(&lock[1]);
    ready = 1;
    pthread_mutex_unlock(&lock[1]);
    pthread_mutex_unlock(&lock[0]);
    pthread_cond_broadcast(&changed);
    for (int i = 0; i < 2; i++)
        pthread_join(thread[i], NULL);
    return 0;
}
