/* expect: fails: gmtime or data race */
/* why: gmtime gives to all the same struct (C11 7.27.3) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static int wrong[2];

static void *look(void *mine)
{
    time_t day = mine == &wrong[1] ? 86400 : 0;
    struct tm *date = gmtime(&day);

    *(int *)mine = date->tm_mday != (mine == &wrong[1] ? 2 : 1);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, look, &wrong[0]);
    pthread_create(&two, NULL, look, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong[0] || wrong[1];
}
