/* expect: fails: data race on x */
/* expect weak: fails: data race on x */
/* why: the fence comes after the store, which then heads no release sequence */
#include <pthread.h>
#include <stdatomic.h>

static int x;
static atomic_int flag;

static void *publish(void *unused)
{
    x = 1;
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
    atomic_thread_fence(memory_order_release);
    return unused;
}

static void *relay(void *unused)
{
    atomic_fetch_add_explicit(&flag, 1, memory_order_relaxed);
    return unused;
}

int main(void)
{
    pthread_t one, two;
    int seen = 1;

    pthread_create(&one, NULL, publish, NULL);
    pthread_create(&two, NULL, relay, NULL);
    if (atomic_load_explicit(&flag, memory_order_relaxed) == 2) {
        atomic_thread_fence(memory_order_acquire);
        seen = x;
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen != 1;
}
