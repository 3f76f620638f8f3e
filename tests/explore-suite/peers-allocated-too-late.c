/* expect: fails: data race */
/* expect weak: fails: data race */
/* why: the zeros of a fresh block are written where it is allocated, and who finds it doesn't know of them */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(int *) box;

static void *make(void *unused)
{
    atomic_store_explicit(&box, calloc(1, sizeof(int)), memory_order_relaxed);
    return unused;
}

static void *use(void *unused)
{
    int *item = atomic_load_explicit(&box, memory_order_relaxed);

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
