/* expect: holds */
/* expect weak: holds */
/* why: after the fence a relaxed store heads a release sequence, the add of
   another thread goes on with it, and a fence acquires it (C11 7.17.4) */
#include <pthread.h>
#include <stdatomic.h>

static int x;
static atomic_int flag;

static void *publish(void *unused)
{
    x = 1;
    atomic_thread_fence(memory_order_release);
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
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
