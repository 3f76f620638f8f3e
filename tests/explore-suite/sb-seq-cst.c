/* expect: holds */
/* expect weak: holds */
/* expect weak=tso: holds */
/* schedules: 3 */
/* why: all four are in one order, whose last load sees the other's store;
   x86 fences the stores for it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen_x, seen_y;

static void *left(void *unused)
{
    (void)unused;
    atomic_store(&x, 1);
    seen_y = atomic_load(&y);
    return NULL;
}

static void *right(void *unused)
{
    (void)unused;
    atomic_store(&y, 1);
    seen_x = atomic_load(&x);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !seen_x && !seen_y;
}
