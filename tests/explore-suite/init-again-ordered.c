/* expect: holds */
/* why: as init-again, but the flag orders it */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock;
static atomic_int done;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    atomic_store_explicit(&done, 1, memory_order_seq_cst);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_init(&lock, NULL);
    pthread_create(&thread, NULL, work, NULL);
    if (atomic_load_explicit(&done, memory_order_seq_cst)) {
        pthread_mutex_destroy(&lock);
        pthread_mutex_init(&lock, NULL);
        pthread_mutex_lock(&lock);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(thread, NULL);
    return 0;
}
