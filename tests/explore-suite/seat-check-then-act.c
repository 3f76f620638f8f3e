/* expect: fails: claim */
/* schedules: 4 */
/* why: both may see the last seat free before either takes it; one after the
   other, or both look and then take, each in two orders */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int seats = 1;

static void *buy(void *unused)
{
    (void)unused;
    if (atomic_load(&seats) > 0)
        atomic_fetch_sub(&seats, 1);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, buy, NULL);
    pthread_create(&two, NULL, buy, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&seats) < 0;
}
