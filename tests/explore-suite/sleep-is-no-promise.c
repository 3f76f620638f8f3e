/* expect: fails: claim */
/* why: atomics make it no race, but a thread may be slower than any sleep */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdatomic.h>
#include <time.h>

static atomic_int value;

static void *set(void *unused)
{
    (void)unused;
    atomic_store(&value, 42);
    return NULL;
}

int main(void)
{
    const struct timespec long_enough = { 10, 0 };
    pthread_t thread;
    int seen;

    pthread_create(&thread, NULL, set, NULL);
    nanosleep(&long_enough, NULL);
    seen = atomic_load(&value);
    pthread_join(thread, NULL);
    return seen != 42;
}
