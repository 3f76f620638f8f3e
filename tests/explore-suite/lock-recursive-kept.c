/* expect: fails: deadlock */
/* why: a recursive mutex locked twice and unlocked once is still held when
   its owner ends; who comes second waits for ever */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_mutex_t lock;

static void *twice(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_mutexattr_t kind;
    pthread_t one, two;

    pthread_mutexattr_init(&kind);
    pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(&lock, &kind);
    pthread_create(&one, NULL, twice, NULL);
    pthread_create(&two, NULL, twice, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
