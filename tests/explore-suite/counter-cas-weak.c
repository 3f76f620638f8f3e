/* expect: holds */
/* why: as counter-cas; a weak exchange may fail for nothing, and is repeated */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void *step(void *unused)
{
    int seen = atomic_load(&counter);

    (void)unused;
    while (!atomic_compare_exchange_weak(&counter, &seen, seen + 1))
        ;
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
