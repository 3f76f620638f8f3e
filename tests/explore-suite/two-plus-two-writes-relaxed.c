/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: in C11 each variable may end with the store that comes first in its
   thread; x86-TSO forbids it. Orders of stores: 4, less the one that is a
   circle */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;

static void *left(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    atomic_store_explicit(&y, 2, memory_order_relaxed);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    atomic_store_explicit(&x, 2, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&x) == 1 && atomic_load(&y) == 1;
}
