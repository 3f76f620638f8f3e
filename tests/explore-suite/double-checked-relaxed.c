/* expect: holds */
/* expect weak: fails: claim */
/* schedules: 4 */
/* why: the thing is atomic, so no race; every interleaving holds, but a
   relaxed pointer may be seen before the thing. x86-TSO forbids it */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static atomic_int thing, made;

static int get(void)
{
    if (!atomic_load_explicit(&made, memory_order_relaxed)) {
        pthread_mutex_lock(&lock);
        if (!atomic_load_explicit(&made, memory_order_relaxed)) {
            atomic_store_explicit(&thing, 42, memory_order_relaxed);
            atomic_store_explicit(&made, 1, memory_order_relaxed);
        }
        pthread_mutex_unlock(&lock);
    }
    return atomic_load_explicit(&thing, memory_order_relaxed);
}

static void *use(void *wrong)
{
    if (get() != 42)
        *(int *)wrong = 1;
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int wrong[2] = { 0, 0 };

    pthread_create(&one, NULL, use, &wrong[0]);
    pthread_create(&two, NULL, use, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong[0] || wrong[1];
}
