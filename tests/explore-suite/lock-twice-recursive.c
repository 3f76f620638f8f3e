/* expect: holds */
/* schedules: 2 */
/* why: a recursive mutex counts, and is free after as many unlocks; 2!
   orders */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_mutex_t lock;
static int counter;

static void *twice(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
    counter++;
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
    pthread_mutexattr_destroy(&kind);
    pthread_create(&one, NULL, twice, NULL);
    pthread_create(&two, NULL, twice, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_mutex_destroy(&lock);
    return counter != 4;
}
