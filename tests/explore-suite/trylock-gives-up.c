/* expect: fails: claim */
/* why: each holds one when it tries the other, so both may give up */
#include <pthread.h>

static pthread_mutex_t lock[2] = { PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER };
static int ate[2];

static void *eat(void *mine)
{
    int *done = mine;
    int me = done == &ate[1];

    pthread_mutex_lock(&lock[me]);
    if (pthread_mutex_trylock(&lock[1 - me]) == 0) {
        *done = 1;
        pthread_mutex_unlock(&lock[1 - me]);
    }
    pthread_mutex_unlock(&lock[me]);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, eat, &ate[0]);
    pthread_create(&two, NULL, eat, &ate[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !ate[0] && !ate[1];
}
