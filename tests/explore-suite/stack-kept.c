/* expect: holds */
/* why: the call that the int lives in joins before it ends */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int seen;

static void *work(void *number)
{
    atomic_store(&seen, *(int *)number);
    return NULL;
}

static void start_and_end(void)
{
    pthread_t thread;
    int number = 42;

    pthread_create(&thread, NULL, work, &number);
    pthread_join(thread, NULL);
}

int main(void)
{
    start_and_end();
    return atomic_load(&seen) != 42;
}
