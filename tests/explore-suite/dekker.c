/* expect: holds */
/* expect weak: holds */
/* why: seq_cst: of two who want, one sees the other's wish, and who hasn't
   the turn stands back; no plain variable is protected */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2], turn, inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store(&wants[me], 1);
    while (atomic_load(&wants[other]))
        if (atomic_load(&turn) == other) {
            atomic_store(&wants[me], 0);
            while (atomic_load(&turn) == other)
                ;
            atomic_store(&wants[me], 1);
        }
    if (atomic_fetch_add(&inside, 1))
        atomic_store(&wrong, 1);
    atomic_fetch_sub(&inside, 1);
    atomic_store(&turn, other);
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
