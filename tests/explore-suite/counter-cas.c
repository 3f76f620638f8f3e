/* expect: holds */
/* expect weak: holds */
/* schedules: 4 */
/* why: the sum is stored only if nothing came between, else it is done again */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void *step(void *unused)
{
    int seen = atomic_load_explicit(&counter, memory_order_relaxed);

    (void)unused;
    while (!atomic_compare_exchange_strong_explicit(
        &counter, &seen, seen + 1, memory_order_relaxed, memory_order_relaxed))
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
