/* expect: can't say */
/* why: threads without end: whatever the limit, it is reached */
#include <pthread.h>

static void *work(void *unused)
{
    pthread_t thread;

    if (pthread_create(&thread, NULL, work, NULL) == 0)
        pthread_join(thread, NULL);
    return unused;
}

int main(void)
{
    work(NULL);
    return 0;
}
