/* expect: holds */
/* why: a barrier that was destroyed may be made again, for more */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_barrier_t barrier;

static void *meet(void *unused)
{
    pthread_barrier_wait(&barrier);
    return unused;
}

int main(void)
{
    pthread_t thread[2];

    for (int n = 1; n < 3; n++) {
        pthread_barrier_init(&barrier, NULL, (unsigned)n + 1);
        for (int i = 0; i < n; i++)
            pthread_create(&thread[i], NULL, meet, NULL);
        pthread_barrier_wait(&barrier);
        for (int i = 0; i < n; i++)
            pthread_join(thread[i], NULL);
        pthread_barrier_destroy(&barrier);
    }
    return 0;
}
