/* expect: holds */
/* expect weak: holds */
/* why: the exchange takes the lock in one step; acquire reads release */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int held;
static int counter;

static void *step(void *unused)
{
    (void)unused;
    while (atomic_exchange_explicit(&held, 1, memory_order_acquire))
        ;
    counter++;
    atomic_store_explicit(&held, 0, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, step, NULL);
    pthread_create(&two, NULL, step, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 2;
}
