/* expect: can't say: times out more than twice */
/* why: it holds, and no schedule is explored to its end */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

int main(void)
{
    struct timespec until = { 1, 0 };

    pthread_mutex_lock(&lock);
    for (int i = 0; i < 100; i++)
        pthread_cond_timedwait(&changed, &lock, &until);
    pthread_mutex_unlock(&lock);
    return 0;
}
