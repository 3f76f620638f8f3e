/* expect: fails: data race on data */
/* why: each thread locks a mutex of its own (C11 6.2.4p4), and so nothing
   orders the two increments */
#include <pthread.h>

static int data;
static _Thread_local pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&own);
    data++;
    pthread_mutex_unlock(&own);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return data != 2;
}
