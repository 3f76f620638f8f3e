/* expect: fails: claim */
/* why: both may see it free before either takes it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int held, inside, wrong;

static void *enter(void *unused)
{
    (void)unused;
    while (atomic_load(&held))
        ;
    atomic_store(&held, 1);
    if (atomic_fetch_add(&inside, 1))
        atomic_store(&wrong, 1);
    atomic_fetch_sub(&inside, 1);
    atomic_store(&held, 0);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, enter, NULL);
    pthread_create(&two, NULL, enter, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&wrong);
}
