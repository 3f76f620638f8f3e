/* expect: holds */
/* schedules: 2 */
/* why: looking and taking are one section; 2! orders */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int seats = 1;

static void *buy(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    if (seats > 0)
        seats--;
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
    return seats != 0;
}
