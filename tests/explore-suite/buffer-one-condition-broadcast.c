/* expect: holds */
/* why: as buffer-one-condition-signal, but every change wakes all who wait */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int full;

static void *take(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    while (full == 0)
        pthread_cond_wait(&changed, &lock);
    full--;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, take, NULL);
    pthread_create(&two, NULL, take, NULL);
    for (int i = 0; i < 2; i++) {
        pthread_mutex_lock(&lock);
        while (full == 1)
            pthread_cond_wait(&changed, &lock);
        full++;
        pthread_cond_broadcast(&changed);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return full != 0;
}
