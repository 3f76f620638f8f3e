/* expect: holds */
/* why: what is set before the threads begin is only read by them */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

static int red[2];

static void *look(void *mine)
{
    *(int *)mine = strcmp(getenv("COLOUR"), "red") == 0;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    setenv("COLOUR", "red", 1);
    pthread_create(&one, NULL, look, &red[0]);
    pthread_create(&two, NULL, look, &red[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !red[0] || !red[1];
}
