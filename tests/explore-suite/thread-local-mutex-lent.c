/* expect: holds */
/* why: both threads lock main's mutex, to which they were given a pointer, and
   main outlives them */
#include <pthread.h>

static int data;
static _Thread_local pthread_mutex_t own = PTHREAD_MUTEX_INITIALIZER;

static void *work(void *lent)
{
    pthread_mutex_lock(lent);
    data++;
    pthread_mutex_unlock(lent);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, work, &own);
    pthread_create(&two, NULL, work, &own);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return data != 2;
}
