/* expect: holds */
/* expect spurious: fails: claim */
/* why: one waiter, one signal under the mutex: only a spurious wakeup, which
   POSIX permits, ends the wait too early */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int ready;

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
    int seen;

    pthread_create(&thread, NULL, announce, NULL);
    pthread_mutex_lock(&lock);
    if (!ready)
        pthread_cond_wait(&changed, &lock);
    seen = ready;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return !seen;
}
