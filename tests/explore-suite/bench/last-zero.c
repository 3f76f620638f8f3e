/* expect: holds */
/* schedules: 64 */
/* why: one thread looks from the end for a zero, N others each store one
   more than their left neighbour has; (N + 3) 2^(N - 2) for N > 1, here N =
   5. That is published for 5, 10 and 15 (64, 3328, 147456), and counted by
   brute force for 2 to 5 (tests/proof/litmus.t) */
#include <pthread.h>
#include <stdatomic.h>

#ifndef N
#define N 5
#endif

static atomic_int array[N + 1];
static int found = -1, number[N + 1];

static void *look(void *unused)
{
    int i = N;

    (void)unused;
    while (atomic_load(&array[i]) != 0)
        i--;
    found = i;
    return NULL;
}

static void *add(void *mine)
{
    int i = *(int *)mine;

    atomic_store(&array[i], atomic_load(&array[i - 1]) + 1);
    return NULL;
}

int main(void)
{
    pthread_t thread[N + 1];

    pthread_create(&thread[0], NULL, look, NULL);
    for (int i = 1; i <= N; i++) {
        number[i] = i;
        pthread_create(&thread[i], NULL, add, &number[i]);
    }
    for (int i = 0; i <= N; i++)
        pthread_join(thread[i], NULL);
    return found < 0 || found > N;
}
