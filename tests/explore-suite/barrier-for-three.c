/* expect: fails: deadlock */
/* why: it waits for three, and only two come */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_barrier_t barrier;

static void *meet(void *unused)
{
    (void)unused;
    pthread_barrier_wait(&barrier);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_barrier_init(&barrier, NULL, 3);
    pthread_create(&one, NULL, meet, NULL);
    pthread_create(&two, NULL, meet, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_barrier_destroy(&barrier);
    return 0;
}
