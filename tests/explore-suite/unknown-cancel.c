/* expect: can't say: pthread_cancel */
/* why: cancellation is not modelled */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <unistd.h>

static void *work(void *unused)
{
    pause();
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_cancel(thread);
    pthread_join(thread, NULL);
    return 0;
}
