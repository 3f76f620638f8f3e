/* expect: holds */
/* why: both ends of the wait are minded: the lock is had, or ETIMEDOUT told */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    struct timespec until;
    int error;

    pthread_create(&thread, NULL, work, NULL);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    error = pthread_mutex_timedlock(&lock, &until);
    if (error == 0) {
        counter++;
        pthread_mutex_unlock(&lock);
    }
    pthread_join(thread, NULL);
    return counter != (error ? 1 : 2) || (error && error != ETIMEDOUT);
}
