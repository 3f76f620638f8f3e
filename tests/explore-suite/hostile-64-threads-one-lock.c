/* expect: can't say */
/* why: 64! orders, none of which is wrong; nobody can explore them */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void *work(void *unused)
{
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread[64];

    for (int i = 0; i < 64; i++)
        pthread_create(&thread[i], NULL, work, NULL);
    for (int i = 0; i < 64; i++)
        pthread_join(thread[i], NULL);
    return counter != 64;
}
