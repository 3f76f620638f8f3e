/* expect: holds */
/* expect weak: holds */
/* why: who finds that another was quicker frees its own block */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(void *) made;

static void *make(void *unused)
{
    void *none = NULL, *mine;

    (void)unused;
    if (!atomic_load(&made)) {
        mine = malloc(16);
        if (!atomic_compare_exchange_strong(&made, &none, mine))
            free(mine);
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, make, NULL);
    pthread_create(&two, NULL, make, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    free(atomic_load(&made));
    return 0;
}
