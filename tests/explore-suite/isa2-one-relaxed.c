/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* why: the chain is broken where it is stored without release */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y, z;
static int seen_y, seen_z, seen_x;

static void *first(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    atomic_store_explicit(&y, 1, memory_order_release);
    return NULL;
}

static void *second(void *unused)
{
    (void)unused;
    seen_y = atomic_load_explicit(&y, memory_order_acquire);
    atomic_store_explicit(&z, 1, memory_order_relaxed);
    return NULL;
}

static void *third(void *unused)
{
    (void)unused;
    seen_z = atomic_load_explicit(&z, memory_order_acquire);
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two, three;

    pthread_create(&one, NULL, first, NULL);
    pthread_create(&two, NULL, second, NULL);
    pthread_create(&three, NULL, third, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_join(three, NULL);
    return seen_y && seen_z && !seen_x;
}
