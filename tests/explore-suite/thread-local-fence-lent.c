/* expect: holds */
/* expect weak: holds */
/* expect weak=rc11: holds */
/* expect weak=tso: holds */
/* why: the read-modify-writes are both on main's object, and whichever comes
   second acquires the other's store */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int a, b;
static _Thread_local atomic_int own;

static void *first(void *lent)
{
    atomic_store_explicit(&x, 1, memory_order_relaxed);
    atomic_fetch_add((atomic_int *)lent, 0);
    a = atomic_load_explicit(&y, memory_order_relaxed);
    return NULL;
}

static void *second(void *lent)
{
    atomic_store_explicit(&y, 1, memory_order_relaxed);
    atomic_fetch_add((atomic_int *)lent, 0);
    b = atomic_load_explicit(&x, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, first, &own);
    pthread_create(&two, NULL, second, &own);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return a == 0 && b == 0;
}
