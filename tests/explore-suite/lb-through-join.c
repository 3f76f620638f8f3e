/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=rc11: holds: without load buffering */
/* expect weak=tso: holds */
/* why: what the second thread has loaded is passed on by main, which joins it,
   so the circle isn't one of loads and later stores of the same thread; but
   the first thread's store depends on nothing, and a processor may make it
   before the load */
#include <pthread.h>
#include <stdatomic.h>

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
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, first, NULL);
    pthread_create(&two, NULL, second, NULL);
    pthread_join(two, NULL);
    atomic_store_explicit(&x, seen_y, memory_order_relaxed);
    pthread_join(one, NULL);
    return seen_x;
}
