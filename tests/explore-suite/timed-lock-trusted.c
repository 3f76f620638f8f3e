/* expect: fails: claim */
/* why: the other may hold the lock longer than any deadline; main doesn't
   ask whether it got it, and gives up its step */
#define _POSIX_C_SOURCE 200809L
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

    pthread_create(&thread, NULL, work, NULL);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    if (pthread_mutex_timedlock(&lock, &until) == 0) {
        counter++;
        pthread_mutex_unlock(&lock);
    }
    pthread_join(thread, NULL);
    return counter != 2;
}
