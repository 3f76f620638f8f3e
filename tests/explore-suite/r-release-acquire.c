/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: fails: claim */
/* schedules: 3 */
/* why: a later load may overtake the store before it, even on x86:
   litmus test R */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen;

static void *left(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_release);
    atomic_store_explicit(&y, 1, memory_order_release);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    atomic_store_explicit(&y, 2, memory_order_release);
    seen = atomic_load_explicit(&x, memory_order_acquire);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen == 0 && atomic_load(&y) == 2;
}
