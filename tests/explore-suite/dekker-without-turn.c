/* expect: fails: spins */
/* why: if both want, both wait for ever, and neither stands back */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2], inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store(&wants[me], 1);
    while (atomic_load(&wants[other]))
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
    pthread_create(&two, NULL, enter, &wants);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&wrong);
}
