/* expect: fails: livelock */
/* why: each takes one lock, fails to get the other, gives up, and again */
#include <pthread.h>

static pthread_mutex_t lock[2] = { PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER };
static int counter;

static void *work(void *second)
{
    int first = second == NULL;

    for (;;) {
        pthread_mutex_lock(&lock[first]);
        if (pthread_mutex_trylock(&lock[1 - first]) == 0)
            break;
        pthread_mutex_unlock(&lock[first]);
    }
    counter++;
    pthread_mutex_unlock(&lock[0]);
    pthread_mutex_unlock(&lock[1]);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, &counter);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 2;
}
