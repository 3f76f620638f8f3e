/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* why: a thread can't see what another stores in an object of its own */
#include <pthread.h>
#include <stdatomic.h>

static _Thread_local atomic_int own;

static void *change(void *lent)
{
    atomic_int *at = &own;

    (void)lent;
    atomic_store_explicit(at, 1, memory_order_relaxed);
    atomic_store_explicit(at, 0, memory_order_relaxed);
    return NULL;
}

static void *look(void *lent)
{
    atomic_int *at = &own;

    (void)lent;
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
