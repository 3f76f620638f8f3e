/* expect: fails: misuse */
/* why: a barrier that was initialised and not destroyed must not be initialised
   (POSIX.1-2017 pthread_barrier_init) */
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
    }
    return came[0] + came[1] != 2;
}
