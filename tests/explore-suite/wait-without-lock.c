/* expect: fails: wait or mutex or unlock or own */
/* why: pthread_cond_wait with a mutex that isn't locked is undefined (POSIX) */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static void *announce(void *unused)
{
    (void)unused;
    pthread_cond_signal(&changed);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, announce, NULL);
    pthread_cond_wait(&changed, &lock);
    pthread_join(thread, NULL);
    return 0;
}
