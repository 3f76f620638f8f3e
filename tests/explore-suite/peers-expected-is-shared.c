/* expect: holds */
/* expect weak: holds */
/* why: whoever fails finds what is expected next in a shared object, and then succeeds */
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static struct node {
    struct node *next;
} nodes[2];

static _Atomic(struct node *) list;

static void *push(void *node)
{
    struct node *new = node;

    new->next = atomic_load(&list);
    while (!atomic_compare_exchange_strong(&list, &new->next, new))
        ;
    return NULL;
}

int main(void)
{
    pthread_t threads[2];
    int n = 0;

    for (int i = 0; i < 2; i++)
        pthread_create(&threads[i], NULL, push, &nodes[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(threads[i], NULL);
    for (struct node *node = list; node != NULL; node = node->next)
        n++;
    return n == 2 ? 0 : 1;
}
