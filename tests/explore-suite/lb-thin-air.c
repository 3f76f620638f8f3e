/* expect: holds */
/* expect weak: holds: with load buffering */
/* expect weak=rc11: holds: without load buffering */
/* why: each thread stores what it has loaded, so a value other than 0 would
   come from nowhere; the axioms of C11 let it, its text says that they should
   not, and no machine does it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen_x, seen_y;

static void *left(void *unused)
{
    (void)unused;
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    atomic_store_explicit(&x, seen_y, memory_order_relaxed);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    atomic_store_explicit(&y, seen_x, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen_x || seen_y;
}
