/* expect: fails: claim */
/* why: pop reads top 1 and next 2; meanwhile 1 and 2 are popped and 1 is
   pushed again; its exchange succeeds and leaves on top 2, which somebody
   owns */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int top = 1, next[3] = { 0, 2, 0 };

static int pop(void)
{
    int old = atomic_load(&top), below;

    do {
        if (old == 0)
            return 0;
        below = atomic_load(&next[old]);
    } while (!atomic_compare_exchange_strong(&top, &old, below));
    return old;
}

static void push(int node)
{
    int old = atomic_load(&top);

    do
        atomic_store(&next[node], old);
    while (!atomic_compare_exchange_strong(&top, &old, node));
}

static int taken, owned;

static void *other(void *unused)
{
    int one = pop();

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
    return owned != 0 && (owned == taken || owned == atomic_load(&top));
}
