/* expect: holds */
/* expect weak: holds: RC11 reads them[);] */
/* why: load buffering needs two pairs that are not synchronised, so this
   is forbidden by C11 itself and needs no reserve in the verdict */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen_x, seen_y;

static void *left(void *unused)
{
    (void)unused;
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    atomic_store_explicit(&x, 1, memory_order_release);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    seen_x = atomic_load_explicit(&x, memory_order_acquire);
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen_x && seen_y;
}
