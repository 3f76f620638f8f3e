/* expect: fails: deadlock */
/* why: pthread_exit unlocks nothing, and there is no clean-up handler */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void unlock(void *m)
{
    pthread_mutex_unlock(m);
}

static void *work(void *leaves)
{
    pthread_mutex_lock(&lock);
    counter++;
    if (leaves)
        pthread_exit(NULL);
    unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, work, &counter);
    pthread_create(&two, NULL, work, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 2;
}
