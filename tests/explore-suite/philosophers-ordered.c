/* expect: holds */
/* schedules: 6 */
/* why: the last one takes the lower fork first; 2^3 orders of the three
   pairs of neighbours, less the two that go round */
#include <pthread.h>

static pthread_mutex_t fork_of[3] = { PTHREAD_MUTEX_INITIALIZER,
                                      PTHREAD_MUTEX_INITIALIZER,
                                      PTHREAD_MUTEX_INITIALIZER };

static void *eat(void *left)
{
    pthread_mutex_t *low = left, *high = low + 1;

    if (high == fork_of + 3) {
        high = low;
        low = fork_of;
    }
    pthread_mutex_lock(low);
    pthread_mutex_lock(high);
    pthread_mutex_unlock(high);
    pthread_mutex_unlock(low);
    return NULL;
}

int main(void)
{
    pthread_t thread[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&thread[i], NULL, eat, &fork_of[i]);
    for (int i = 0; i < 3; i++)
        pthread_join(thread[i], NULL);
    return 0;
}
