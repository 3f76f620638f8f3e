/* expect: holds */
/* expect weak: holds */
/* schedules: 2 */
/* why: of two exchanges one reads what the other wrote, in any order */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x;
static int got[2];

static void *swap(void *mine)
{
    *(int *)mine = atomic_exchange_explicit(&x, 1, memory_order_relaxed);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, swap, &got[0]);
    pthread_create(&two, NULL, swap, &got[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return got[0] + got[1] != 1;
}
