/* expect: fails: claim */
/* schedules: 3 */
/* why: between its two sections the money is nowhere; the audit is first,
   second or third of the three sections */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int left = 10, right, sum;

static void *transfer(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    left -= 5;
    pthread_mutex_unlock(&lock);
    pthread_mutex_lock(&lock);
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
