/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=rc11: fails: claim */
/* expect weak=tso: holds */
/* why: the read-modify-writes are on two objects, one of each thread, and order
   nothing between the threads; on x86 each empties its store buffer */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int a, b;
static _Thread_local atomic_int own;

static void *first(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    atomic_fetch_add(&own, 0);
    a = atomic_load_explicit(&y, memory_order_relaxed);
    return NULL;
}

static void *second(void *unused)
{
    (void)unused;
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    atomic_fetch_add(&own, 0);
    b = atomic_load_explicit(&x, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, first, NULL);
    pthread_create(&two, NULL, second, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return a == 0 && b == 0;
}
