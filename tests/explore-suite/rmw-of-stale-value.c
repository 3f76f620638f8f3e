/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* schedules: 2 */
/* why: two additions never read the same value, in any order */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x;
static int left_saw, right_saw;

static void *left(void *unused)
{
    (void)unused;
    left_saw = atomic_fetch_add_explicit(&x, 1,
                                         memory_order_relaxed);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    right_saw = atomic_fetch_add_explicit(&x, 1,
                                          memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return left_saw == right_saw || atomic_load(&x) != 2;
}
