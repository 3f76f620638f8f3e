/* expect: fails: assertion */
/* why: the signal doesn't wait for the lock; if it comes first, the waiter may
   have the lock before the writer */
#include <assert.h>
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t written = PTHREAD_COND_INITIALIZER;
static int value, seen;
static pthread_t writer, helper;

static void *wake(void *unused)
{
    pthread_cond_signal(&written);
    return unused;
}

static void *write_it(void *unused)
{
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    pthread_create(&helper, NULL, wake, NULL);
    pthread_mutex_lock(&lock);
    value = 1;
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_mutex_lock(&lock);
    pthread_create(&writer, NULL, write_it, NULL);
    pthread_cond_wait(&written, &lock);
    seen = value;
    pthread_mutex_unlock(&lock);
    pthread_join(writer, NULL);
    pthread_join(helper, NULL);
    assert(seen == 1);
    return 0;
}
