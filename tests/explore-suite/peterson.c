/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* why: seq_cst throughout, so the proof by interleaving holds as it stands */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2], turn, inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store(&wants[me], 1);
    atomic_store(&turn, other);
    while (atomic_load(&wants[other]) && atomic_load(&turn) == other)
        ;
    if (atomic_fetch_add_explicit(&inside, 1, memory_order_relaxed))
        atomic_store_explicit(&wrong, 1, memory_order_relaxed);
    atomic_fetch_sub_explicit(&inside, 1, memory_order_relaxed);
    atomic_store(&wants[me], 0);
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
