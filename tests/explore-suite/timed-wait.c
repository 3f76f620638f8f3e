/* expect: holds */
/* expect spurious: holds */
/* why: the wait ends when it is ready or too late, and then it goes by what
   is so, not by why it woke */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready, given_up;

static void *announce(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    struct timespec until;
    int error = 0;

    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    pthread_create(&thread, NULL, announce, NULL);
    pthread_mutex_lock(&lock);
    while (!ready && error != ETIMEDOUT)
        error = pthread_cond_timedwait(&changed, &lock, &until);
    given_up = !ready;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return given_up && error != ETIMEDOUT;
}
