/* expect: holds or can't say */
/* schedules: 1 */
/* why: 64 threads, none of which touches what another does */
#include <pthread.h>

static int value[64];

static void *work(void *mine)
{
    *(int *)mine = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread[64];
    int sum = 0;

    for (int i = 0; i < 64; i++)
        pthread_create(&thread[i], NULL, work, &value[i]);
    for (int i = 0; i < 64; i++) {
        pthread_join(thread[i], NULL);
        sum += value[i];
    }
    return sum != 64;
}
