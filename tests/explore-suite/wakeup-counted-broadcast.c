/* expect: fails: lost wakeup or deadlock */
/* why: a broadcast to a thread that has had one already is as good as none, and
   one that comes between its look and its wait is lost */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_int made;

static void *make(void *unused)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    made++;
    pthread_cond_broadcast(&changed);
    made++;
    pthread_cond_broadcast(&changed);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_lock(&lock);
    pthread_create(&thread, NULL, make, NULL);
    while (made < 2)
        pthread_cond_wait(&changed, &lock);
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return 0;
}
