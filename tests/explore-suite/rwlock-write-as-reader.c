/* expect: fails: data race on value */
/* why: two readers are in at once, and both write */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int value;

static void *step(void *unused)
{
    (void)unused;
    pthread_rwlock_rdlock(&lock);
    value++;
    pthread_rwlock_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, step, NULL);
    pthread_create(&two, NULL, step, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return value != 2;
}
