/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* schedules: 15 */
/* why: C11 has no one order of two unrelated stores unless all is seq_cst;
   x86-TSO has one order of stores and forbids it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen[4];

static void *set(void *variable)
{
    atomic_store_explicit(variable == &x ? &x : &y, 1, memory_order_release);
    return NULL;
}

static void *look(void *unused)
{
    (void)unused;
    seen[0] = atomic_load_explicit(&x, memory_order_acquire);
    seen[1] = atomic_load_explicit(&y, memory_order_acquire);
    return NULL;
}

int main(void)
{
    pthread_t one, two, three;

    pthread_create(&one, NULL, set, &x);
    pthread_create(&two, NULL, set, &y);
    pthread_create(&three, NULL, look, NULL);
    seen[2] = atomic_load_explicit(&y, memory_order_acquire);
    seen[3] = atomic_load_explicit(&x, memory_order_acquire);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_join(three, NULL);
    return seen[0] && !seen[1] && seen[2] && !seen[3];
}
