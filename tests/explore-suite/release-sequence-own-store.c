/* expect: holds */
/* expect weak: holds */
/* why: a store of the same thread goes on with the release sequence, and so
   does the compare-and-swap of another between (C11 5.1.2.4p10) */
#include <pthread.h>
#include <stdatomic.h>

static int x;
static atomic_int flag;

static void *publish(void *unused)
{
    x = 1;
    atomic_store_explicit(&flag, 1, memory_order_release);
    atomic_store_explicit(&flag, 3, memory_order_relaxed);
    return unused;
}

static void *relay(void *unused)
{
    int one = 1;

    atomic_compare_exchange_strong_explicit(&flag, &one, 2,
                                            memory_order_relaxed,
                                            memory_order_relaxed);
    return unused;
}

int main(void)
{
    pthread_t one, two;
    int seen = 1;

    pthread_create(&one, NULL, publish, NULL);
    pthread_create(&two, NULL, relay, NULL);
    if (atomic_load_explicit(&flag, memory_order_acquire) == 3)
        seen = x;
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen != 1;
}
