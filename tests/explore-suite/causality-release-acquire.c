/* expect: holds */
/* expect weak: holds */
/* schedules: 7 */
/* why: happens-before goes on through the second thread (WRC) */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int heard, seen_y, seen_x;

static void *set(void *unused)
{
    (void)unused;
    atomic_store_explicit(&x, 1, memory_order_release);
    return NULL;
}

static void *pass(void *unused)
{
    (void)unused;
    heard = atomic_load_explicit(&x, memory_order_acquire);
    atomic_store_explicit(&y, 1, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, set, NULL);
    pthread_create(&two, NULL, pass, NULL);
    seen_y = atomic_load_explicit(&y, memory_order_acquire);
    seen_x = atomic_load_explicit(&x, memory_order_acquire);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return heard && seen_y && !seen_x;
}
