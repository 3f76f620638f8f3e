/* expect: fails: data race on counter */
/* why: two increments of a plain int, nothing orders them (C11 5.1.2.4p25) */
#include <pthread.h>

static int counter;

static void *step(void *unused)
{
    (void)unused;
    counter++;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, step, NULL);
    pthread_create(&two, NULL, step, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 2;
}
