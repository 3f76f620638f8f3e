/* expect: holds */
/* expect weak: holds */
/* why: a push that fails looks again, and who takes all by an acquiring
   exchange sees the nodes that releasing exchanges put there */
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

struct node {
    struct node *next;
};
static struct node nodes[2];
static _Atomic(struct node *) top;

static void *push(void *mine)
{
    struct node *node = mine;
    struct node *old = atomic_load_explicit(&top, memory_order_relaxed);

    do
        node->next = old;
    while (!atomic_compare_exchange_strong_explicit(
        &top, &old, node, memory_order_release, memory_order_relaxed));
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int count = 0;
    struct node *node;

    pthread_create(&one, NULL, push, &nodes[0]);
    pthread_create(&two, NULL, push, &nodes[1]);
    node = atomic_exchange_explicit(&top, NULL, memory_order_acquire);
    for (; node; node = node->next)
        count++;
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    for (node = atomic_load(&top); node; node = node->next)
        count++;
    return count != 2;
}
