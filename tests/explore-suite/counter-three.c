/* expect: holds */
/* schedules: 6 */
/* why: every increment is in a section; 3! orders of sections */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void *step(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    counter++;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread[3];

    for (int i = 0; i < 3; i++)
        pthread_create(&thread[i], NULL, step, NULL);
    for (int i = 0; i < 3; i++)
        pthread_join(thread[i], NULL);
    return counter != 3;
}
