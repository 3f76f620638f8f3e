/* expect: holds */
/* why: what was destroyed may be initialised again */
#include <pthread.h>

static pthread_barrier_t barrier;
static int came[2];

static void *come(void *mine)
{
    *(int *)mine = 1;
    pthread_barrier_wait(&barrier);
    return NULL;
}

int main(void)
{
    pthread_t one;

    for (int round = 0; round < 2; round++) {
        pthread_barrier_init(&barrier, NULL, 2);
        pthread_create(&one, NULL, come, &came[round]);
        pthread_barrier_wait(&barrier);
        pthread_join(one, NULL);
        pthread_barrier_destroy(&barrier);
    }
    return came[0] + came[1] != 2;
}
