/* expect: holds */
/* expect weak: fails: claim */
/* schedules: 18 */
/* why: without fences half of the new pair may be read between two old
   counts; x86-TSO forbids it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int count, left, right;

static void put(atomic_int *where, int value)
{
    atomic_store_explicit(where, value, memory_order_relaxed);
}

static int get(atomic_int *where)
{
    return atomic_load_explicit(where, memory_order_relaxed);
}

static void *write_pair(void *unused)
{
    (void)unused;
    put(&count, 1);
    put(&left, 7);
    put(&right, 7);
    put(&count, 2);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int before, l, r, after;

    pthread_create(&thread, NULL, write_pair, NULL);
    before = get(&count);
    l = get(&left);
    r = get(&right);
    after = get(&count);
    pthread_join(thread, NULL);
    return before == after && before % 2 == 0 && l != r;
}
