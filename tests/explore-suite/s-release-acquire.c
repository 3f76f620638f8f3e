/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: who acquires what was released stores later than all that came
   before it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen;

static void *left(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 2, memory_order_relaxed);
    atomic_store_explicit(&y, 1, memory_order_release);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    seen = atomic_load_explicit(&y, memory_order_acquire);
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen == 1 && atomic_load(&x) == 2;
}
