/* expect: holds */
/* expect weak: holds */
/* why: atomic_flag_test_and_set is an exchange */
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>

static atomic_flag held = ATOMIC_FLAG_INIT;
static int counter;

static void *step(void *unused)
{
    (void)unused;
    while (atomic_flag_test_and_set_explicit(&held, memory_order_acquire))
        sched_yield();
    counter++;
    atomic_flag_clear_explicit(&held, memory_order_release);
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
