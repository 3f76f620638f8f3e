/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* why: sequentially consistent operations have no order by way of what
   others read relaxed: litmus test Z6.U */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int added_to, seen_y, seen_x;

static void *first(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_seq_cst);
    atomic_store_explicit(&y, 1, memory_order_release);
    return NULL;
}

static void *second(void *unused)
{
    (void)unused;
    added_to = atomic_fetch_add(&y, 1);
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    return NULL;
}

static void *third(void *unused)
{
    (void)unused;
    atomic_store_explicit(&y, 3, memory_order_seq_cst);
    seen_x = atomic_load_explicit(&x, memory_order_seq_cst);
    return NULL;
}

int main(void)
{
    pthread_t one, two, three;

    pthread_create(&one, NULL, first, NULL);
    pthread_create(&two, NULL, second, NULL);
    pthread_create(&three, NULL, third, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_join(three, NULL);
    return added_to == 1 && seen_y == 3 && !seen_x;
}
