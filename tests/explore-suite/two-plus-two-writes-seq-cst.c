/* expect: holds */
/* expect weak: holds */
/* schedules: 3 */
/* why: all four stores are in one order, so a last store is last in its
   thread */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;

static void *left(void *unused)
{
    (void)unused;
    atomic_store(&x, 1);
    atomic_store(&y, 2);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    atomic_store(&y, 1);
    atomic_store(&x, 2);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&x) == 1 && atomic_load(&y) == 1;
}
