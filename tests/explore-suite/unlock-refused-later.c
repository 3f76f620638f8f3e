/* expect: holds */
/* why: a mutex of this type refuses to be unlocked by another, and tells so
   whether or not the thread holds it; the store comes before the thread */
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock = PTHREAD_ERRORCHECK_MUTEX_INITIALIZER_NP;
static atomic_int ready;

static void *look(void *unused)
{
    pthread_mutex_lock(&lock);
    assert(ready);
    assert(pthread_mutex_unlock(&lock) == 0);
    return unused;
}

int main(void)
{
    pthread_t thread;

    ready = 1;
    pthread_create(&thread, NULL, look, NULL);
    assert(pthread_mutex_unlock(&lock) == EPERM);
    pthread_join(thread, NULL);
    return 0;
}
