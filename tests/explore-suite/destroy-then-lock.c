/* expect: fails: destroy */
/* why: the worker may lock the mutex after main has destroyed it */
#include <pthread.h>

static pthread_mutex_t lock;

static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_init(&lock, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    pthread_mutex_destroy(&lock);
    pthread_join(thread, NULL);
    return 0;
}
