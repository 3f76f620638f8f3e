/* expect: holds */
/* why: as exit-handler-of-late-thread, but quick_exit has handlers of its own */
#include <pthread.h>
#include <stdlib.h>

static void not_called(void)
{
    _Exit(1);
}

static void *work(void *unused)
{
    atexit(not_called);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_detach(thread);
    quick_exit(0);
}
