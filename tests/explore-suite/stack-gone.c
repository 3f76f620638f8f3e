/* expect: fails */
/* why: the thread may read the int after the call that it lived in has ended
   (C11 6.2.4p2), and another call has written there */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int seen;

static void *work(void *number)
{
    atomic_store(&seen, *(int *)number);
    return NULL;
}

static void start(pthread_t *thread)
{
    int number[4] = { 42, 42, 42, 42 };

    pthread_create(thread, NULL, work, &number[0]);
}

static void set(int *number)
{
    for (int i = 0; i < 4; i++)
        number[i] = 13;
}

static void other_call(void)
{
    int number[4];

    set(number);
}

int main(void)
{
    pthread_t thread;

    start(&thread);
    other_call();
    pthread_join(thread, NULL);
    return atomic_load(&seen) != 42;
}
