/* expect: fails: data race on data */
/* expect weak: fails: data race on data */
/* why: what releases is an atomic object of one thread, and what acquires is
   that of the other, so only the relaxed flag is shared */
#include <pthread.h>
#include <stdatomic.h>

static int data;
static atomic_int flag;
static _Thread_local atomic_int own;

static void *give(void *unused)
{
    (void)unused;
    data = 1;
    atomic_store(&own, 1);
    atomic_store_explicit(&flag, 1, memory_order_relaxed);
    return NULL;
}

static void *take(void *unused)
{
    int seen = 1;

    (void)unused;
    if (atomic_load_explicit(&flag, memory_order_relaxed) == 1) {
        atomic_load(&own);
        seen = data;
    }
    return seen == 1 ? NULL : &data;
}

int main(void)
{
    pthread_t one, two;
    void *wrong;

    pthread_create(&one, NULL, give, NULL);
    pthread_create(&two, NULL, take, NULL);
    pthread_join(one, NULL);
    pthread_join(two, &wrong);
    return wrong != NULL;
}
