/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: fails: claim */
/* why: each may miss the other's store (SB), which x86-TSO permits too: the
   stores may leave the buffer after both have looked */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2], turn, inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store_explicit(&wants[me], 1, memory_order_release);
    atomic_store_explicit(&turn, other, memory_order_release);
    while (atomic_load_explicit(&wants[other], memory_order_acquire) &&
           atomic_load_explicit(&turn, memory_order_acquire) == other)
        ;
    if (atomic_fetch_add_explicit(&inside, 1, memory_order_relaxed))
        atomic_store_explicit(&wrong, 1, memory_order_relaxed);
    atomic_fetch_sub_explicit(&inside, 1, memory_order_relaxed);
    atomic_store_explicit(&wants[me], 0, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, enter, NULL);
    pthread_create(&two, NULL, enter, &turn);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&wrong);
}
