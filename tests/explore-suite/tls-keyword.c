/* expect: holds */
/* why: each thread has a counter of its own (C11 6.2.4p4) */
#include <pthread.h>

static _Thread_local int counter;
static int wrong[2];

static void *walk(void *mine)
{
    counter++;
    counter++;
    *(int *)mine = counter != 2;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    counter = 5;
    pthread_create(&one, NULL, walk, &wrong[0]);
    pthread_create(&two, NULL, walk, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong[0] || wrong[1] || counter != 5;
}
