/* expect: fails: claim */
/* schedules: 9 */
/* why: the count is looked at before, and not after: the pair may change
   between */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int count, left, right;

static void *write_pair(void *unused)
{
    (void)unused;
    atomic_store(&count, 1);
    atomic_store(&left, 7);
    atomic_store(&right, 7);
    atomic_store(&count, 2);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int before, l, r;

    pthread_create(&thread, NULL, write_pair, NULL);
    before = atomic_load(&count);
    l = atomic_load(&left);
    r = atomic_load(&right);
    pthread_join(thread, NULL);
    return before % 2 == 0 && l != r;
}
