/* expect: fails: date_of_gmtime */
/* why: gmtime and localtime share one struct (C11 7.27.3) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static int days[2];

static void *look(void *mine)
{
    int *day = mine;
    time_t when = 86400 * (day - days);

    *day = day == days ? localtime(&when)->tm_yday : gmtime(&when)->tm_yday;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, look, &days[0]);
    pthread_create(&two, NULL, look, &days[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return days[1] != 1;
}
