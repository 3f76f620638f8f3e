/* expect: holds */
/* why: call_once returns after the routine has run, once (C11 7.26.2.1) */
#include <threads.h>

static once_flag once = ONCE_FLAG_INIT;
static int made, wrong[2];

static void make(void)
{
    made++;
}

static int use(void *mine)
{
    call_once(&once, make);
    *(int *)mine = made != 1;
    return 0;
}

int main(void)
{
    thrd_t one, two;

    thrd_create(&one, use, &wrong[0]);
    thrd_create(&two, use, &wrong[1]);
    thrd_join(one, NULL);
    thrd_join(two, NULL);
    return wrong[0] || wrong[1];
}
