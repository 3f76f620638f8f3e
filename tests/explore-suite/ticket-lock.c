/* expect: holds */
/* expect weak: holds */
/* why: every ticket is drawn once, and the release of the one before is read
   with acquire */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int next, served;
static int counter;

static void *step(void *unused)
{
    int mine = atomic_fetch_add_explicit(&next, 1, memory_order_relaxed);

    (void)unused;
    while (atomic_load_explicit(&served, memory_order_acquire) != mine)
        ;
    counter++;
    atomic_store_explicit(&served, mine + 1, memory_order_release);
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
