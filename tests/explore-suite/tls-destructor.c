/* expect: holds */
/* why: a key's destructor runs at the end of its thread, before join returns */
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;
static int ended[2];

static void end(void *block)
{
    ended[*(int *)block]++;
    free(block);
}

static void *work(void *unused)
{
    int *block = malloc(sizeof *block);

    if (!block)
        return NULL;
    *block = unused != NULL;
    pthread_setspecific(key, block);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_key_create(&key, end);
    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, &key);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_key_delete(key);
    return ended[0] != 1 || ended[1] != 1;
}
