/* expect: holds */
/* schedules: 2 */
/* why: as counter-mutex, by C11's own threads; 2! orders */
#include <threads.h>

static mtx_t lock;
static int counter;

static int step(void *unused)
{
    (void)unused;
    mtx_lock(&lock);
    counter++;
    mtx_unlock(&lock);
    return 7;
}

int main(void)
{
    thrd_t one, two;
    int result;

    mtx_init(&lock, mtx_plain);
    thrd_create(&one, step, NULL);
    thrd_create(&two, step, NULL);
    thrd_join(one, &result);
    thrd_join(two, NULL);
    mtx_destroy(&lock);
    return counter != 2 || result != 7;
}
