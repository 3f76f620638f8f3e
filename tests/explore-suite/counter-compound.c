/* expect: holds */
/* schedules: 2 */
/* why: ++ and -- on an _Atomic are one RMW each (C11 6.5.2.4p2); 2! orders */
#include <pthread.h>
#include <stdatomic.h>

static _Atomic int counter;

static void *up(void *unused)
{
    (void)unused;
    counter++;
    return NULL;
}

static void *down(void *unused)
{
    (void)unused;
    counter--;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, up, NULL);
    pthread_create(&two, NULL, down, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 0;
}
