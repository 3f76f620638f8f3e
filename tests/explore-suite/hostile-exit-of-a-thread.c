/* expect: fails: exit or claim */
/* why: a thread ends the process with status 3 while main waits for it */
#include <pthread.h>
#include <stdlib.h>

static void *work(void *unused)
{
    (void)unused;
    exit(3);
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
