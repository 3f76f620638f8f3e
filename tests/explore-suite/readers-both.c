/* expect: holds */
/* schedules: 1 */
/* why: two reads don't conflict, so all schedules are one */
#include <pthread.h>

static int value = 42, seen[2];

static void *look(void *mine)
{
    *(int *)mine = value;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, look, &seen[0]);
    pthread_create(&two, NULL, look, &seen[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return seen[0] != 42 || seen[1] != 42;
}
