/* expect: fails: claim */
/* why: both read 0; the second takes 1 and passes because the first has none
   yet; the first takes 1 and passes because its index is lower */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int number[2], inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me, mine, his;

    mine = atomic_load(&number[other]) + 1;
    atomic_store(&number[me], mine);
    do
        his = atomic_load(&number[other]);
    while (his && (his < mine || (his == mine && other < me)));
    if (atomic_fetch_add(&inside, 1))
        atomic_store(&wrong, 1);
    atomic_fetch_sub(&inside, 1);
    atomic_store(&number[me], 0);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, enter, NULL);
    pthread_create(&two, NULL, enter, &number);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&wrong);
}
