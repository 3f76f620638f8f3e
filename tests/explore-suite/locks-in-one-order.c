/* expect: holds */
/* schedules: 2 */
/* why: both take a first, and who has a gets b; 2! orders */
#include <pthread.h>

static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER;
static pthread_mutex_t b = PTHREAD_MUTEX_INITIALIZER;

static void *both(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&a);
    pthread_mutex_lock(&b);
    pthread_mutex_unlock(&b);
    pthread_mutex_unlock(&a);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, both, NULL);
    pthread_create(&two, NULL, both, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
