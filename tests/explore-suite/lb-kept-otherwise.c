/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=rc11: holds: without load buffering */
/* expect weak=tso: holds */
/* why: it should hold. The first thread promises the 1 that it would store if
   it loaded 0 from x, and keeps its word with a 1 that has come from itself,
   by way of y, z and y again. C11 forbids that (7.17.3p13), no machine does
   it, and the interleaver doesn't know better: it is a limit that the chapter
   tells, kept here so that it is seen if it changes */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y, z;
static int seen_x, seen_z;

static void *first(void *unused)
{
    (void)unused;
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    if (seen_x == 0) {
        atomic_store_explicit(&y, 1, memory_order_relaxed);
    } else {
        seen_z = atomic_load_explicit(&z, memory_order_relaxed);
        atomic_store_explicit(&y, seen_z, memory_order_relaxed);
    }
    return NULL;
}

static void *second(void *unused)
{
    int seen_y;

    (void)unused;
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    atomic_store_explicit(&x, seen_y, memory_order_relaxed);
    atomic_store_explicit(&z, seen_y, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, first, NULL);
    pthread_create(&two, NULL, second, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen_x && seen_z;
}
