/* expect: fails: crash or SIGSEGV or null */
/* why: the reader may come before the pointer is there */
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static int value = 42;
static _Atomic(int *) where;

static void *set(void *unused)
{
    (void)unused;
    atomic_store(&where, &value);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int seen;

    pthread_create(&thread, NULL, set, NULL);
    seen = *atomic_load(&where);
    pthread_join(thread, NULL);
    return seen != 42;
}
