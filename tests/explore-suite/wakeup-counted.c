/* expect: holds */
/* expect spurious: holds */
/* why: the count changes under the lock, so main has seen it or waits for the
   signal; whether its first wakeup comes before the second signal is all one */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int made;

static void *make(void *unused)
{
    pthread_mutex_lock(&lock);
    made++;
    pthread_mutex_unlock(&lock);
    pthread_cond_signal(&changed);
    pthread_mutex_lock(&lock);
    made++;
    pthread_mutex_unlock(&lock);
    pthread_cond_signal(&changed);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_lock(&lock);
    pthread_create(&thread, NULL, make, NULL);
    while (made < 2)
        pthread_cond_wait(&changed, &lock);
    if (made < 2)
        return 1;
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return 0;
}
