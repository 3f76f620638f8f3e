/* expect: holds */
/* expect weak: fails: claim */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: C11 lets the flag be seen before the data; x86-TSO doesn't */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int data, flag;
static int seen_flag, seen_data;

static void *send(void *unused)
{
    (void)unused;
    atomic_store_explicit(&data, 42, memory_order_relaxed);
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
    return NULL;
}

static void *receive(void *unused)
{
    (void)unused;
    seen_flag = atomic_load_explicit(&flag, memory_order_relaxed);
    seen_data = atomic_load_explicit(&data, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, send, NULL);
    pthread_create(&two, NULL, receive, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen_flag == 1 && seen_data == 0;
}
