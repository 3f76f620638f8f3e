/* expect: holds */
/* why: gmtime and localtime share one struct, and one lock is around both */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int days[2];

static void *look(void *mine)
{
    int *day = mine;
    time_t when = 86400 * (day - days);

    pthread_mutex_lock(&lock);
    *day = day == days ? localtime(&when)->tm_yday : gmtime(&when)->tm_yday;
    pthread_mutex_unlock(&lock);
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
