/* expect: fails: deadlock */
/* why: a normal mutex locked again by its owner waits for ever (POSIX) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void inner(void)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    pthread_mutexattr_t kind;

    pthread_mutexattr_init(&kind);
    pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_NORMAL);
    pthread_mutex_init(&lock, &kind);
    pthread_mutexattr_destroy(&kind);
    pthread_mutex_lock(&lock);
    inner();
    pthread_mutex_unlock(&lock);
    return 0;
}
