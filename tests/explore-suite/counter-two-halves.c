/* expect: fails: claim */
/* expect weak: fails: claim */
/* schedules: 4 */
/* why: load and store are atomic, the sum is not: both may read 0 */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void *step(void *unused)
{
    int seen = atomic_load(&counter);

    (void)unused;
    atomic_store(&counter, seen + 1);
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
