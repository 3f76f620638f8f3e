/* expect: holds */
/* schedules: 16 */
/* why: W writers store once, N readers load once: W! orders of the stores,
   and each load in one of W + 1 places among them: W! (W + 1)^N, here 2^4 */
#include <pthread.h>
#include <stdatomic.h>

#ifndef N
#define N 4
#endif
#ifndef W
#define W 1
#endif

static atomic_int x;
static int number[W], seen[N];

static void *write_it(void *mine)
{
    atomic_store(&x, *(int *)mine);
    return NULL;
}

static void *read_it(void *mine)
{
    *(int *)mine = atomic_load(&x);
    return NULL;
}

int main(void)
{
    pthread_t writer[W], reader[N];
    int wrong = 0;

    for (int i = 0; i < W; i++) {
        number[i] = i + 1;
        pthread_create(&writer[i], NULL, write_it, &number[i]);
    }
    for (int i = 0; i < N; i++)
        pthread_create(&reader[i], NULL, read_it, &seen[i]);
    for (int i = 0; i < W; i++)
        pthread_join(writer[i], NULL);
    for (int i = 0; i < N; i++) {
        pthread_join(reader[i], NULL);
        wrong |= seen[i] < 0 || seen[i] > W;
    }
    return wrong;
}
