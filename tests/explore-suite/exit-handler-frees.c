/* expect: fails: use after free or data race */
/* why: exit calls its handlers while the other threads still run */
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
    return 0;
}
