/* expect: holds */
/* expect weak: holds */
/* schedules: 2 */
/* why: an exchange hands the block to one of them, NULL to the other */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(void *) block;

static void *give_back(void *unused)
{
    (void)unused;
    free(atomic_exchange(&block, NULL));
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    atomic_store(&block, malloc(16));
    pthread_create(&one, NULL, give_back, NULL);
    pthread_create(&two, NULL, give_back, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
