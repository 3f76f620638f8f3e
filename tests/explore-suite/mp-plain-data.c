/* expect: holds */
/* expect weak: holds */
/* schedules: 2 */
/* why: the data is read only after the flag was acquired; flag first or last */
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

static void *receive(void *unused)
{
    (void)unused;
    if (atomic_load_explicit(&flag, memory_order_acquire))
        wrong = data != 42;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, send, NULL);
    pthread_create(&two, NULL, receive, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong;
}
