/* expect: fails: endless loop */
/* why: the other ends without unlocking, so the time is always up */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter, failures;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    counter++;

    return unused;
}

int main(void)
{
    pthread_t thread;
    struct timespec until = { 1, 0 };

    pthread_create(&thread, NULL, work, NULL);
    while (pthread_mutex_timedlock(&lock, &until) != 0)
        failures = 1;
    counter++;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return counter != 2;
}
