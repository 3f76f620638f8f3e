/* expect: fails: exit or claim */
/* why: main leaves by pthread_exit; the last thread ends the program as if by
   exit(0), and the handler finds the counter at one */
#include <pthread.h>
#include <stdlib.h>

static int counter;

static void look(void)
{
    if (counter != 0)
        _Exit(1);
}

static void *work(void *unused)
{
    counter = 1;
    return unused;
}

int main(void)
{
    pthread_t thread;

    atexit(look);
    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    pthread_exit(NULL);
}
