/* expect: holds */
/* expect weak: fails: data race on entered */
/* schedules: 3 */
/* why: as dekker-fences without the fence: both may miss, on x86-TSO as well */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int wants[2];
static int entered;

static void *enter(void *unused)
{
    int me = unused != NULL, other = 1 - me;

    atomic_store_explicit(&wants[me], 1, memory_order_relaxed);
    if (!atomic_load_explicit(&wants[other], memory_order_relaxed))
        entered++;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, enter, NULL);
    pthread_create(&two, NULL, enter, &wants);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return entered > 1;
}
