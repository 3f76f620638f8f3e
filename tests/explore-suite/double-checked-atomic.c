/* expect: holds */
/* expect weak: holds */
/* schedules: 4 */
/* why: the pointer is stored with release after the thing is made, and
   loaded with acquire */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int thing;
static _Atomic(int *) made;

static int *get(void)
{
    int *it = atomic_load_explicit(&made, memory_order_acquire);

    if (!it) {
        pthread_mutex_lock(&lock);
        it = atomic_load_explicit(&made, memory_order_relaxed);
        if (!it) {
            thing = 42;
            it = &thing;
            atomic_store_explicit(&made, it, memory_order_release);
        }
        pthread_mutex_unlock(&lock);
    }
    return it;
}

static void *use(void *wrong)
{
    if (*get() != 42)
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
