/* expect: holds */
/* expect weak: holds */
/* why: what gives the slot back is a release, so it comes after the look into
   the slot, for whoever acquires it */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static atomic_int slot = 1, is_free;

static void *user(void *unused)
{
    int mine = atomic_load_explicit(&slot, memory_order_relaxed);

    (void)unused;
    atomic_store_explicit(&is_free, 1, memory_order_release);
    assert(mine == 1);
    return NULL;
}

static void *owner(void *unused)
{
    (void)unused;
    if (atomic_load_explicit(&is_free, memory_order_acquire))
        atomic_store_explicit(&slot, 2, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, user, NULL);
    pthread_create(&two, NULL, owner, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
