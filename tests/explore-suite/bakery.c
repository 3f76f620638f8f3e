/* expect: holds */
/* expect weak: holds */
/* why: seq_cst; a number is looked at when it isn't being chosen, and equal
   numbers go by index */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int choosing[2], number[2], inside, wrong;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me, mine, his;

    atomic_store(&choosing[me], 1);
    mine = atomic_load(&number[other]) + 1;
    atomic_store(&number[me], mine);
    atomic_store(&choosing[me], 0);
    while (atomic_load(&choosing[other]))
        ;
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
