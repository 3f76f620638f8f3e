/* expect: holds */
/* why: one wait for each signal, and main always waits when it comes */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static int announced;

static void *announce(void *unused)
{
    pthread_mutex_lock(&lock);
    announced++;
    pthread_cond_signal(&changed);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_mutex_lock(&lock);
    for (int i = 0; i < 2; i++) {
        pthread_create(&thread, NULL, announce, NULL);
        pthread_cond_wait(&changed, &lock);
        if (announced != i + 1)
            return 1;
        pthread_mutex_unlock(&lock);
        pthread_join(thread, NULL);
        pthread_mutex_lock(&lock);
    }
    pthread_mutex_unlock(&lock);
    return announced != 2;
}
