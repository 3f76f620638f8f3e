/* expect: fails: use after free or data race */
/* why: pop reads the next of a node that the other pop may have freed */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

struct node {
    struct node *next;
};
static _Atomic(struct node *) top;

static void *pop(void *unused)
{
    struct node *old = atomic_load(&top);

    (void)unused;
    while (old && !atomic_compare_exchange_strong(&top, &old, old->next))
        ;
    free(old);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    for (int i = 0; i < 2; i++) {
        struct node *node = malloc(sizeof *node);
        if (!node)
            return 0;
        node->next = atomic_load(&top);
        atomic_store(&top, node);
    }
    pthread_create(&one, NULL, pop, NULL);
    pthread_create(&two, NULL, pop, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
