/* expect: holds */
/* expect spurious: fails: claim */
/* why: a wait with a deadline may return without a signal and without an
   error, too */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready;

static void *announce(void *unused)
{
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread;
    struct timespec until;
    int error = 0, seen;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    pthread_create(&thread, NULL, announce, NULL);
    pthread_mutex_lock(&lock);
    if (!ready)
        error = pthread_cond_timedwait(&changed, &lock, &until);
    seen = ready;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return !seen && error == 0;
}
