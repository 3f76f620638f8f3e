/* expect: holds */
/* expect weak: holds */
/* why: both use main's atomic object through a pointer, and whoever reads 1
   there has acquired what was released */
#include <pthread.h>
#include <stdatomic.h>

static int data;
static atomic_int flag;
static _Thread_local atomic_int own;

static void *give(void *lent)
{
    atomic_int *at = lent;

    data = 1;
    atomic_store(at, 1);
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
    return NULL;
}

static void *take(void *lent)
{
    atomic_int *at = lent;
    int seen = 1;

    if (atomic_load_explicit(&flag, memory_order_relaxed) == 1) {
        if (atomic_load(at) == 1)
            seen = data;
    }
    return seen == 1 ? NULL : &data;
}

int main(void)
{
    pthread_t one, two;
    void *wrong;

    pthread_create(&one, NULL, give, &own);
    pthread_create(&two, NULL, take, &own);
    pthread_join(one, NULL);
    pthread_join(two, &wrong);
    return wrong != NULL;
}
