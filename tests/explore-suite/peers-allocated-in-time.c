/* expect: holds */
/* expect weak: holds */
/* why: who finds the block knows that it was allocated, for the pointer is released and acquired */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(int *) box;

static void *make(void *unused)
{
    atomic_store_explicit(&box, calloc(1, sizeof(int)), memory_order_release);
    return unused;
}

static void *use(void *unused)
{
    int *item = atomic_load_explicit(&box, memory_order_acquire);

    if (item != NULL && *item != 0)
        abort();
    return unused;
}

int main(void)
{
    pthread_t threads[2];

    pthread_create(&threads[0], NULL, make, NULL);
    pthread_create(&threads[1], NULL, use, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    free(box);
    return 0;
}
