/* expect: holds */
/* why: an errorcheck mutex tells EDEADLK of a second lock, EPERM of an
   unlock by another (POSIX) */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>

static pthread_mutex_t lock;
static int told;

static void *work(void *unused)
{
    (void)unused;
    told = pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_mutexattr_t kind;
    pthread_t thread;
    int again;

    pthread_mutexattr_init(&kind);
    pthread_mutexattr_settype(&kind, PTHREAD_MUTEX_ERRORCHECK);
    pthread_mutex_init(&lock, &kind);
    pthread_mutexattr_destroy(&kind);
    pthread_mutex_lock(&lock);
    again = pthread_mutex_lock(&lock);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    pthread_mutex_unlock(&lock);
    pthread_mutex_destroy(&lock);
    return again != EDEADLK || told != EPERM;
}
