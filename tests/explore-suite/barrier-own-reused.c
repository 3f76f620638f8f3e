/* expect: fails: spins */
/* why: the last one sets the count to 0 and may come to the second meeting
   and make it 1 before the first has seen the 0: both wait for ever */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int arrived;

static void meet(void)
{
    if (atomic_fetch_add(&arrived, 1) == 1)
        atomic_store(&arrived, 0);
    else
        while (atomic_load(&arrived) != 0)
            ;
}

static void *walk(void *unused)
{
    (void)unused;
    meet();
    meet();
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, walk, NULL);
    pthread_create(&two, NULL, walk, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
