/* expect: holds */
/* schedules: 34 */
/* why: two threads increment a counter N times each, by a load and a store;
   of the orders of 4 N steps those are the same that differ in neighbouring
   loads only: 4, 34, 328 for N from 1 to 3, counted by brute force, here N =
   2 */
#include <pthread.h>
#include <stdatomic.h>

#ifndef N
#define N 2
#endif

static atomic_int counter;

static void *increment(void *unused)
{
    for (int i = 0; i < N; i++) {
        int seen = atomic_load(&counter);

        atomic_store(&counter, seen + 1);
    }
    return unused;
}

int main(void)
{
    pthread_t thread[2];
    int end;

    for (int i = 0; i < 2; i++)
        pthread_create(&thread[i], NULL, increment, NULL);
    for (int i = 0; i < 2; i++)
        pthread_join(thread[i], NULL);
    end = atomic_load(&counter);
    return end < (N > 1 ? 2 : 1) || end > 2 * N;
}
