/* expect: holds */
/* expect spurious: fails: claim */
/* why: a wait with a deadline may end for no reason, too */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    ready = 1;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    struct timespec deadline;
    pthread_t thread;
    int wrong = 0;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec++;
    pthread_create(&thread, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    if (!ready)
        wrong = pthread_cond_timedwait(&changed, &lock, &deadline) == 0
            && !ready;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return wrong;
}
