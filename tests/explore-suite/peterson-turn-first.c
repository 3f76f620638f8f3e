/* expect: fails: claim */
/* why: turn is given away before the wish is known: the first may pass
   because nobody wants, the second because turn is its own */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2], turn, inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store(&turn, other);
    atomic_store(&wants[me], 1);
    while (atomic_load(&wants[other]) && atomic_load(&turn) == other)
        ;
    if (atomic_fetch_add(&inside, 1))
        atomic_store(&wrong, 1);
    atomic_fetch_sub(&inside, 1);
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
