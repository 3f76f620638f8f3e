/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* schedules: 7 */
/* why: who hears of x through y need not see x (WRC); x86-TSO forbids it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int heard, seen_y, seen_x;

static void *set(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    return NULL;
}

static void *pass(void *unused)
{
    (void)unused;
    heard = atomic_load_explicit(&x, memory_order_relaxed);
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, set, NULL);
    pthread_create(&two, NULL, pass, NULL);
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return heard && seen_y && !seen_x;
}
