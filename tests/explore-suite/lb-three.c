/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* why: a circle of three, of which one is synchronised and one passes on what
   it has read; but the third store depends on nothing */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y, z;
static int seen_x, seen_y, seen_z;

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
    atomic_store_explicit(&z, seen_y, memory_order_release);
    return NULL;
}

static void *third(void *unused)
{
    (void)unused;
    seen_z = atomic_load_explicit(&z, memory_order_acquire);
    atomic_store_explicit(&x, seen_z, memory_order_relaxed);
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
