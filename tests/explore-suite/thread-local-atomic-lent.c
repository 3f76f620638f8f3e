/* expect: fails: claim */
/* expect weak: fails: claim */
/* expect weak=tso: fails: claim */
/* why: both use main's object, and one may look between the other's stores */
#include <pthread.h>
#include <stdatomic.h>

static _Thread_local atomic_int own;

static void *change(void *lent)
{
    atomic_int *at = lent;

    atomic_store_explicit(at, 1, memory_order_relaxed);
    atomic_store_explicit(at, 0, memory_order_relaxed);
    return NULL;
}

static void *look(void *lent)
{
    atomic_int *at = lent;

    return atomic_load_explicit(at, memory_order_relaxed) == 0 ? NULL : lent;
}

int main(void)
{
    pthread_t one, two;
    void *wrong;

    pthread_create(&one, NULL, change, &own);
    pthread_create(&two, NULL, look, &own);
    pthread_join(one, NULL);
    pthread_join(two, &wrong);
    return wrong != NULL;
}
