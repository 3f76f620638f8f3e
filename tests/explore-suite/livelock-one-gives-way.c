/* expect: holds */
/* why: the second gives way until the first is through (the one-bit algorithm) */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static atomic_int wants[2];
static int passed[2], together;

static void *pass(void *mine)
{
    int me = mine == &passed[1];

    atomic_store(&wants[me], 1);
    while (atomic_load(&wants[1 - me])) {
        if (me == 0)
            continue;
        atomic_store(&wants[me], 0);
        while (atomic_load(&wants[0]))
            sched_yield();
        atomic_store(&wants[me], 1);
    }
    passed[me] = 1;
    together++;
    atomic_store(&wants[me], 0);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, pass, &passed[0]);
    pthread_create(&two, NULL, pass, &passed[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !passed[0] || !passed[1] || together != 2;
}
