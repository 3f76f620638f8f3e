/* expect: fails: claim */
/* schedules: 6 */
/* why: looking and taking are two sections; (2+2)!/(2!2!) orders, no race */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int seats = 1;

static void *buy(void *unused)
{
    int seen;

    (void)unused;
    pthread_mutex_lock(&lock);
    seen = seats;
    pthread_mutex_unlock(&lock);
    pthread_mutex_lock(&lock);
    seats -= seen > 0;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, buy, NULL);
    pthread_create(&two, NULL, buy, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seats < 0;
}
