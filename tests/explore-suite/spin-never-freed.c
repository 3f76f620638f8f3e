/* expect: fails: spins */
/* why: nobody gives the lock back, so who comes second spins for ever */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int held;

static void *enter(void *unused)
{
    (void)unused;
    while (atomic_exchange(&held, 1))
        ;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, enter, NULL);
    pthread_create(&two, NULL, enter, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
