/* expect: fails: data race on counter */
/* why: each thread takes a mutex of its own, so nothing excludes the other */
#include <pthread.h>

static pthread_mutex_t lock[2] = { PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER };
static int counter;

static void *step(void *mine)
{
    pthread_mutex_lock(mine);
    counter++;
    pthread_mutex_unlock(mine);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, step, &lock[0]);
    pthread_create(&two, NULL, step, &lock[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 2;
}
