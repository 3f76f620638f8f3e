/* expect: fails: thread-local variables of thread 1 */
/* why: the thread's objects end with it (C11 6.2.4p4), which may be before main
   reads one of them */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static _Thread_local int own;
static int *at;
static int taken;

static void *lend(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    own = 7;
    at = &own;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one;
    int seen;

    pthread_create(&one, NULL, lend, NULL);
    pthread_mutex_lock(&lock);
    while (at == NULL)
        pthread_cond_wait(&changed, &lock);
    seen = *at;
    taken = 1;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    pthread_join(one, NULL);
    return seen != 7;
}
