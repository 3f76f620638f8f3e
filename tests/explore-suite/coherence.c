/* expect: holds */
/* expect weak: holds */
/* schedules: 6 */
/* why: even relaxed, one variable's values are seen in one order (C11
   5.1.2.4p15); 0, 1 or 2 stores before the first load, as many or more
   before the second */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x;
static int first, second;

static void *set(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    atomic_store_explicit(&x, 2, memory_order_relaxed);
    return NULL;
}

static void *look(void *unused)
{
    (void)unused;
    first = atomic_load_explicit(&x, memory_order_relaxed);
    second = atomic_load_explicit(&x, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, set, NULL);
    pthread_create(&two, NULL, look, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return second < first;
}
