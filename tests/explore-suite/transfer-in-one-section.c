/* expect: holds */
/* schedules: 2 */
/* why: the audit is before or after the one section that moves the money */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int left = 10, right, sum;

static void *transfer(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    left -= 5;
    right += 5;
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *audit(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    sum = left + right;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, transfer, NULL);
    pthread_create(&two, NULL, audit, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return sum != 10;
}
