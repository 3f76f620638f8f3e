/* expect: holds or can't say */
/* schedules: 6 */
/* why: as counter-three, and every thread is loud */
#include <pthread.h>
#include <stdio.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void *step(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    for (int i = 0; i < 10000; i++)
        fprintf(stderr, "%79d\n", counter);
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
