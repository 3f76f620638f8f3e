/* expect: fails: data race on lock */
/* why: the thread may lock what isn't initialised yet */
#include <pthread.h>

static pthread_mutex_t lock;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_mutex_init(&lock, NULL);
    pthread_join(thread, NULL);
    return 0;
}
