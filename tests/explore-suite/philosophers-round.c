/* expect: fails: deadlock */
/* schedules: 7 */
/* why: each may hold the left fork while the right one is held by the next */
#include <pthread.h>

static pthread_mutex_t fork_of[3] = { PTHREAD_MUTEX_INITIALIZER,
                                      PTHREAD_MUTEX_INITIALIZER,
                                      PTHREAD_MUTEX_INITIALIZER };

static void *eat(void *left)
{
    pthread_mutex_t *right = (pthread_mutex_t *)left + 1;

    if (right == fork_of + 3)
        right = fork_of;
    pthread_mutex_lock(left);
    pthread_mutex_lock(right);
    pthread_mutex_unlock(right);
    pthread_mutex_unlock(left);
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
