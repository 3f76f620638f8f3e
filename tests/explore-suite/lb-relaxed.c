/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=rc11: holds: without load buffering */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: no interleaving has both loads see the later stores. C11's text
   permits it, and neither store depends on a load; RC11 (no cycle of program
   order and reads-from) and x86-TSO forbid it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen_x, seen_y;

static void *left(void *unused)
{
    (void)unused;
    seen_y = atomic_load_explicit(&y, memory_order_relaxed);
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    seen_x = atomic_load_explicit(&x, memory_order_relaxed);
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen_x && seen_y;
}
