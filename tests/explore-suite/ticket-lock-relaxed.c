/* expect: holds */
/* expect weak: fails: claim */
/* why: the lock excludes, but what is read inside may be older than what the
   one before wrote; x86-TSO forbids it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int next, served, counter;

static void *step(void *unused)
{
    int mine = atomic_fetch_add_explicit(&next, 1, memory_order_relaxed), old;

    (void)unused;
    while (atomic_load_explicit(&served, memory_order_relaxed) != mine)
        ;
    old = atomic_load_explicit(&counter, memory_order_relaxed);
    atomic_store_explicit(&counter, old + 1, memory_order_relaxed);
    atomic_store_explicit(&served, mine + 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, step, NULL);
    pthread_create(&two, NULL, step, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&counter) != 2;
}
