/* expect: holds */
/* expect weak: holds */
/* schedules: 6 */
/* why: the addition, though relaxed, goes on with the release sequence of
   the store (C11 5.1.2.4p10), so who acquires 2 sees the data */
#include <pthread.h>
#include <stdatomic.h>

static int data, wrong;
static atomic_int flag;

static void *send(void *unused)
{
    (void)unused;
    data = 42;
    atomic_store_explicit(&flag, 1, memory_order_release);
    return NULL;
}

static void *pass(void *unused)
{
    (void)unused;
    atomic_fetch_add_explicit(&flag, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int seen;

    pthread_create(&one, NULL, send, NULL);
    pthread_create(&two, NULL, pass, NULL);
    seen = atomic_load_explicit(&flag, memory_order_acquire);
    if (seen == 2)
        wrong = data != 42;
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong;
}
