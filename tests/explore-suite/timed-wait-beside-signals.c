/* expect: holds */
/* schedules: 1504 */
/* why: signals under the lock ask for a wakeup that can't be while the lock is
   held, and what is asked for later must not be lost with it; the number is
   the same in whatever order the threads are created */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_int first, second;
static int count;

static void tell(void)
{
    pthread_mutex_lock(&lock);
    count++;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
}

static void *tell_and_look(void *unused)
{
    tell();
    atomic_load(&second);
    atomic_store(&first, 3);
    return unused;
}

static void *tell_and_store(void *unused)
{
    tell();
    atomic_store(&first, 2);
    return unused;
}

static void *tell_all(void *unused)
{
    int seen;

    atomic_store(&first, 1);
    pthread_cond_broadcast(&changed);
    seen = atomic_load(&first);
    atomic_store(&first, seen + 1);
    return unused;
}

static void *await(void *unused)
{
    struct timespec past = { 0, 0 };

    pthread_mutex_lock(&lock);
    pthread_cond_timedwait(&changed, &lock, &past);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    void *(*parts[])(void *) = { tell_and_look, tell_and_store, tell_all,
                                 await };
    pthread_t threads[4];

    for (int i = 0; i < 4; i++)
        pthread_create(&threads[i], NULL, parts[i], NULL);
    for (int i = 0; i < 4; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
