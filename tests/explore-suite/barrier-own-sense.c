/* expect: holds */
/* expect weak: holds */
/* why: who waits, waits for a change of the round, which can't change again
   before it has arrived for the next */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int arrived, round_now;

static void meet(void)
{
    int mine = atomic_load(&round_now);

    if (atomic_fetch_add(&arrived, 1) == 1) {
        atomic_store(&arrived, 0);
        atomic_store(&round_now, mine + 1);
    } else {
        while (atomic_load(&round_now) == mine)
            ;
    }
}

static void *walk(void *unused)
{
    (void)unused;
    meet();
    meet();
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, walk, NULL);
    pthread_create(&two, NULL, walk, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&arrived) != 0 || atomic_load(&round_now) != 2;
}
