/* expect: fails: leak */
/* why: both may find none and make one, and the block stored first is lost */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(void *) made;

static void *make(void *unused)
{
    (void)unused;
    if (!atomic_load(&made))
        atomic_store(&made, malloc(16));
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
