/* expect: holds */
/* schedules: 16 */
/* why: thread i takes lock i and then lock i + 1, so each of the N - 1 pairs
   of neighbours shares one lock, in 2 orders, and a chain has no circle:
   2^(N - 1), here N = 5; counted by brute force for 3 (tests/proof/litmus.t) */
#include <pthread.h>

#ifndef N
#define N 5
#endif

static pthread_mutex_t lock[N + 1];
static int value[N + 1];

static void *link_two(void *first)
{
    pthread_mutex_t *left = first, *right = left + 1;

    pthread_mutex_lock(left);
    pthread_mutex_lock(right);
    value[left - lock]++;
    value[right - lock]++;
    pthread_mutex_unlock(right);
    pthread_mutex_unlock(left);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];
    int sum = 0;

    for (int i = 0; i <= N; i++)
        pthread_mutex_init(&lock[i], NULL);
    for (int i = 0; i < N; i++)
        pthread_create(&thread[i], NULL, link_two, &lock[i]);
    for (int i = 0; i < N; i++)
        pthread_join(thread[i], NULL);
    for (int i = 0; i <= N; i++) {
        sum += value[i];
        pthread_mutex_destroy(&lock[i]);
    }
    return sum != 2 * N;
}
