/* expect: fails: data race on value */
/* why: sleeping orders nothing, however long */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static int value;

static void *set(void *unused)
{
    (void)unused;
    value = 42;
    return NULL;
}

int main(void)
{
    const struct timespec long_enough = { 10, 0 };
    pthread_t thread;
    int seen;

    pthread_create(&thread, NULL, set, NULL);
    nanosleep(&long_enough, NULL);
    seen = value;
    pthread_join(thread, NULL);
    return seen != 42;
}
