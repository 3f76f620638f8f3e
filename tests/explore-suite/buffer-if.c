/* expect: fails: claim */
/* why: a taker that comes late takes the item of the one just woken, who
   then takes from an empty buffer */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_full = PTHREAD_COND_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int full, wrong;

static void *take(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    if (full == 0)
        pthread_cond_wait(&not_empty, &lock);
    if (full != 1)
        wrong = 1;
    else
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
        if (full == 1 && !wrong)
            pthread_cond_wait(&not_full, &lock);
        full = 1;
        pthread_cond_signal(&not_empty);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong;
}
