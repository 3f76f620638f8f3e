/* expect: holds */
/* why: a condition for each side, looked at again after each wait; every put
   wakes a taker, every take the putter */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int full, wrong;

static void *take(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    while (full == 0)
        pthread_cond_wait(&not_empty, &lock);
    wrong |= full != 1;
    full--;
    pthread_cond_signal(&not_full);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, take, NULL);
    pthread_create(&two, NULL, take, NULL);
    for (int i = 0; i < 2; i++) {
        pthread_mutex_lock(&lock);
        while (full == 1)
            pthread_cond_wait(&not_full, &lock);
        full++;
        pthread_cond_signal(&not_empty);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong || full;
}
