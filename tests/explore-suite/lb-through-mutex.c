/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=rc11: holds: without load buffering */
/* expect weak=tso: holds */
/* why: what the second thread has loaded it leaves behind a mutex for the
   third; the first thread's store depends on nothing, and a processor may make
   it before the load */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int x, y;
static int seen_x, seen_y;

static void *first(void *unused)
{
    (void)unused;
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    return NULL;
}

static void *second(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *third(void *unused)
{
    int passed_on;

    (void)unused;
    pthread_mutex_lock(&lock);
    passed_on = seen_y;
    pthread_mutex_unlock(&lock);
    atomic_store_explicit(&x, passed_on, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t thread[3];

    pthread_create(&thread[0], NULL, first, NULL);
    pthread_create(&thread[1], NULL, second, NULL);
    pthread_create(&thread[2], NULL, third, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(thread[i], NULL);
    return seen_x;
}
