/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: one order of all that is sequentially consistent */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen;

static void *left(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_seq_cst);
    atomic_store_explicit(&y, 1, memory_order_seq_cst);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    atomic_store_explicit(&y, 2, memory_order_seq_cst);
    seen = atomic_load_explicit(&x, memory_order_seq_cst);
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
