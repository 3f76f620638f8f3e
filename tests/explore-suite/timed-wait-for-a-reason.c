/* expect: holds */
/* expect spurious: holds */
/* why: as timed-wait-for-no-reason, but it looks again */
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
    int wrong, late = 0;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec++;
    pthread_create(&thread, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    while (!ready && !late)
        late = pthread_cond_timedwait(&changed, &lock, &deadline) != 0;
    wrong = !late && !ready;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return wrong;
}
