/* expect: holds: one sequence */
/* why: each thread draws from a seed of its own, so the order doesn't matter */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdlib.h>

static int drawn[2];

static void *draw(void *mine)
{
    unsigned seed = 7;

    *(int *)mine = rand_r(&seed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, draw, &drawn[0]);
    pthread_create(&two, NULL, draw, &drawn[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return drawn[0] != drawn[1];
}
