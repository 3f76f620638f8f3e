/* expect: fails: destroy */
/* why: destroying a locked mutex is undefined (POSIX), and it may be locked */
#include <pthread.h>

static pthread_mutex_t lock;

static void *work(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    pthread_mutex_destroy(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_init(&lock, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
