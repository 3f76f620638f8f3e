/* expect: fails: use after free */
/* why: the destructor frees what main still reads after join */
#include <pthread.h>
#include <stdlib.h>

static pthread_key_t key;

static void *work(void *unused)
{
    int *block = malloc(sizeof *block);

    (void)unused;
    if (!block)
        abort();
    *block = 42;
    pthread_setspecific(key, block);
    return block;
}

int main(void)
{
    pthread_t thread;
    void *block;

    pthread_key_create(&key, free);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, &block);
    return *(int *)block != 42;
}
