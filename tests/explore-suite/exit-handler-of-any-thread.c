/* expect: fails: exit or claim */
/* why: main leaves by pthread_exit, and whichever of the three threads is the
   last runs the handler, so
   in some order it is the first that was made */
#include <pthread.h>
#include <stdlib.h>

static _Thread_local int is_first;

static void look(void)
{
    if (is_first)
        _Exit(1);
}

static void *work(void *first)
{
    is_first = first != NULL;
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    static int first;

    atexit(look);
    pthread_create(&one, NULL, work, &first);
    pthread_create(&two, NULL, work, NULL);
    pthread_exit(NULL);
}
