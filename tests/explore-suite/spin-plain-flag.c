/* expect: fails: data race on flag */
/* why: a plain flag, written by one thread while the other reads it */
#include <pthread.h>

static int flag;

static void *set(void *unused)
{
    (void)unused;
    flag = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, set, NULL);
    while (!flag)
        ;
    pthread_join(thread, NULL);
    return 0;
}
