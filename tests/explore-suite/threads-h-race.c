/* expect: fails: data race on counter */
/* why: as counter-plain, by C11's own threads */
#include <threads.h>

static int counter;

static int step(void *unused)
{
    (void)unused;
    counter++;
    return 0;
}

int main(void)
{
    thrd_t one, two;

    thrd_create(&one, step, NULL);
    thrd_create(&two, step, NULL);
    thrd_join(one, NULL);
    thrd_join(two, NULL);
    return counter != 2;
}
