/* expect: holds */
/* why: just one of those who meet is told so (POSIX pthread_barrier_wait) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_barrier_t barrier;
static int told[2];

static void *meet(void *mine)
{
    if (pthread_barrier_wait(&barrier) == PTHREAD_BARRIER_SERIAL_THREAD)
        *(int *)mine = 1;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_barrier_init(&barrier, NULL, 2);
    pthread_create(&one, NULL, meet, &told[0]);
    pthread_create(&two, NULL, meet, &told[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_barrier_destroy(&barrier);
    return told[0] + told[1] != 1;
}
