/* expect: holds */
/* why: every exchange of top also counts, so top 1 of now is not that of
   then */
#include <pthread.h>
#include <stdatomic.h>

static atomic_uint top = 1, next[3] = { 0, 2, 0 };

static unsigned pop(void)
{
    unsigned old = atomic_load(&top), below;

    do {
        if (old % 16 == 0)
            return 0;
        below = atomic_load(&next[old % 16]) + old / 16 * 16 + 16;
    } while (!atomic_compare_exchange_strong(&top, &old, below));
    return old % 16;
}

static void push(unsigned node)
{
    unsigned old = atomic_load(&top);

    do
        atomic_store(&next[node], old % 16);
    while (!atomic_compare_exchange_strong(&top, &old,
                                           node + old / 16 * 16 + 16));
}

static unsigned taken, owned;

static void *other(void *unused)
{
    unsigned one = pop();

    (void)unused;
    owned = pop();
    if (one)
        push(one);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, other, NULL);
    taken = pop();
    pthread_join(thread, NULL);
    return owned && (owned == taken || owned == atomic_load(&top) % 16);
}
