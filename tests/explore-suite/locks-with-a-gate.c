/* expect: holds */
/* why: two orders, but only inside a gate that lets one thread in */
#include <pthread.h>

static pthread_mutex_t gate = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t lock[2] = { PTHREAD_MUTEX_INITIALIZER,
                                   PTHREAD_MUTEX_INITIALIZER };

static void *both(void *first)
{
    pthread_mutex_t *second = first == &lock[0] ? &lock[1] : &lock[0];

    pthread_mutex_lock(&gate);
    pthread_mutex_lock(first);
    pthread_mutex_lock(second);
    pthread_mutex_unlock(&gate);
    pthread_mutex_unlock(second);
    pthread_mutex_unlock(first);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, both, &lock[0]);
    pthread_create(&two, NULL, both, &lock[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
