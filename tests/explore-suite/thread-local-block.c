/* expect: holds */
/* why: the thread frees its block, and main's is reached from main's pointer */
#include <pthread.h>
#include <stdlib.h>

static _Thread_local int *own;

static void *work(void *unused)
{
    own = malloc(sizeof *own);
    if (own == NULL)
        abort();
    *own = unused != NULL;
    free(own);
    return NULL;
}

int main(void)
{
    pthread_t one;

    own = malloc(sizeof *own);
    pthread_create(&one, NULL, work, NULL);
    pthread_join(one, NULL);
    return own == NULL;
}
