/* expect: holds */
/* why: who tries first gets it, since it is only ever tried, and once free;
   the claim is that not both fail */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int got[2];

static void *attempt(void *mine)
{
    int *won = mine;

    if (pthread_mutex_trylock(&lock) == 0) {
        *won = 1;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, attempt, &got[0]);
    pthread_create(&two, NULL, attempt, &got[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !got[0] && !got[1];
}
