/* expect: holds */
/* schedules: 8 */
/* why: N threads put 4 messages each into a table of 128 by exchange, at 7
   times the message; message 11 m + t is also that of thread t + 11, so for
   11 threads nothing meets, and each one more meets another thread 3 times,
   in 2 orders each, and who loses finds the next place free: 8^(N - 11) for
   N from 11 to 15 (published), here N = 12 */
#include <pthread.h>
#include <stdatomic.h>

#ifndef N
#define N 12
#endif
enum { SIZE = 128, MESSAGES = 4 };

static atomic_int table[SIZE];
static int number[N];

static void *put(void *mine)
{
    for (int m = 1; m <= MESSAGES; m++) {
        int message = m * 11 + *(int *)mine;
        int at = message * 7 % SIZE, none = 0;

        while (!atomic_compare_exchange_strong(&table[at], &none, message)) {
            at = (at + 1) % SIZE;
            none = 0;
        }
    }
    return NULL;
}

int main(void)
{
    pthread_t thread[N];
    int filled = 0;

    for (int i = 0; i < N; i++) {
        number[i] = i;
        pthread_create(&thread[i], NULL, put, &number[i]);
    }
    for (int i = 0; i < N; i++)
        pthread_join(thread[i], NULL);
    for (int i = 0; i < SIZE; i++)
        filled += atomic_load(&table[i]) != 0;
    return filled != N * MESSAGES;
}
