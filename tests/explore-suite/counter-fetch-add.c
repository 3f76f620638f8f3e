/* expect: holds */
/* expect weak: holds */
/* schedules: 6 */
/* why: an RMW reads the last value whatever its order; (2+2)!/(2!2!) orders */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void *walk(void *unused)
{
    (void)unused;
    for (int i = 0; i < 2; i++)
        atomic_fetch_add_explicit(&counter, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, walk, NULL);
    pthread_create(&two, NULL, walk, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&counter) != 4;
}
