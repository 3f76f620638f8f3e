/* expect: holds */
/* why: main joins before it returns, and so before the handler */
#include <pthread.h>
#include <stdlib.h>

static int *shared;

static void clean(void)
{
    free(shared);
}

static void *work(void *unused)
{
    __atomic_store_n(shared, 1, __ATOMIC_SEQ_CST);
    return unused;
}

int main(void)
{
    pthread_t thread;

    shared = malloc(sizeof *shared);
    atexit(clean);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
