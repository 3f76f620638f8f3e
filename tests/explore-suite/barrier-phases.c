/* expect: holds */
/* expect weak: holds */
/* why: each reads what the other wrote in the phase before, and writes it
   after another wait at the same barrier */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_barrier_t barrier;
static int value[2], wrong[2];

static void *walk(void *unused)
{
    int me = unused != NULL;

    for (int phase = 1; phase <= 2; phase++) {
        value[me] = phase;
        pthread_barrier_wait(&barrier);
        if (value[1 - me] != phase)
            wrong[me] = 1;
        pthread_barrier_wait(&barrier);
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_barrier_init(&barrier, NULL, 2);
    pthread_create(&one, NULL, walk, NULL);
    pthread_create(&two, NULL, walk, &barrier);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_barrier_destroy(&barrier);
    return wrong[0] || wrong[1];
}
