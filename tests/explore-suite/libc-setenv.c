/* expect: fails: data race on environment */
/* why: getenv may race with setenv (POSIX, getenv) */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <stdlib.h>

static void *set(void *unused)
{
    setenv("COLOUR", "red", 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, set, NULL);
    (void)getenv("COLOUR");
    pthread_join(thread, NULL);
    return 0;
}
