/* expect: fails: data race on x */
/* expect weak: fails: data race on x */
/* why: the store of another thread ends the release sequence, although its
   compare-and-swap before was still in it (C11 5.1.2.4p10) */
#include <pthread.h>
#include <stdatomic.h>

static int x;
static atomic_int flag;

static void *publish(void *unused)
{
    x = 1;
    atomic_store_explicit(&flag, 1, memory_order_release);
    return unused;
}

static void *relay(void *unused)
{
    int one = 1;

    if (atomic_compare_exchange_strong_explicit(&flag, &one, 2,
                                                memory_order_relaxed,
                                                memory_order_relaxed))
        atomic_store_explicit(&flag, 3, memory_order_relaxed);
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
