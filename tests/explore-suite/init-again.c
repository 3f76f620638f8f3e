/* expect: fails: data race on lock */
/* why: main knows that the thread is done, but the flag orders nothing; the
   mutex at the same place is another one */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock;
static atomic_int done;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    atomic_store_explicit(&done, 1, memory_order_relaxed);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_init(&lock, NULL);
    pthread_create(&thread, NULL, work, NULL);
    if (atomic_load_explicit(&done, memory_order_relaxed)) {
        pthread_mutex_destroy(&lock);
        pthread_mutex_init(&lock, NULL);
        pthread_mutex_lock(&lock);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(thread, NULL);
    return 0;
}
