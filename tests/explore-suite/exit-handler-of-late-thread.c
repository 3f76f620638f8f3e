/* expect: fails: claim */
/* why: main may return before or after the thread has registered it */
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>

static void not_yet(void)
{
    printf("claim: nothing is open at the end\n");
    _Exit(1);
}

static void *work(void *unused)
{
    atexit(not_yet);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    return 0;
}
