/* expect: fails: data race on data */
/* expect weak: fails: data race on data */
/* expect weak=tso: fails: data race on data */
/* why: a relaxed flag doesn't synchronize, so the data race is there in
   every interleaving that reads the data (C11 5.1.2.4p25) */
#include <pthread.h>
#include <stdatomic.h>

static int data, wrong;
static atomic_int flag;

static void *send(void *unused)
{
    (void)unused;
    data = 42;
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
    return NULL;
}

static void *receive(void *unused)
{
    (void)unused;
    if (atomic_load_explicit(&flag, memory_order_relaxed))
        wrong = data != 42;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, send, NULL);
    pthread_create(&two, NULL, receive, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong;
}
