/* expect: holds */
/* expect weak: holds */
/* why: the flag is set some day, and yielding lets that day come */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static int message;
static atomic_int flag;

static void *set(void *unused)
{
    (void)unused;
    message = 42;
    atomic_store_explicit(&flag, 1, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int seen;

    pthread_create(&thread, NULL, set, NULL);
    while (!atomic_load_explicit(&flag, memory_order_acquire))
        sched_yield();
    seen = message;
    pthread_join(thread, NULL);
    return seen != 42;
}
