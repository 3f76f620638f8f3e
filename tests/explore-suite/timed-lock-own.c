/* expect: holds */
/* why: an errorcheck mutex says at once that its owner would wait for itself */
#define _GNU_SOURCE
#include <errno.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;

int main(void)
{
    struct timespec deadline;

    clock_gettime(CLOCK_REALTIME, &deadline);
    pthread_mutex_lock(&lock);
    return pthread_mutex_timedlock(&lock, &deadline) != EDEADLK;
}
