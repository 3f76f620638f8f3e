/* expect: fails: data race on expected */
/* why: two threads share the object that says what is expected, and a failure writes it */
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static atomic_int counter;
static int expected;

static void *count(void *unused)
{
    atomic_compare_exchange_strong_explicit(&counter, &expected, 1,
                                            memory_order_relaxed, memory_order_relaxed);
    return unused;
}

int main(void)
{
    pthread_t threads[2];

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, count, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    return 0;
}
