/* expect: holds */
/* why: main leaves by pthread_exit, and whichever of the three threads is the
   last runs the handler, but
   what it looks at is common to them */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int common = 1;

static void look(void)
{
    if (common != 2)
        _Exit(1);
}

static void *work(void *first)
{
    common += first != NULL;
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
