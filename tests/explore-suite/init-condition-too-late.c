/* expect: fails: data race on changed */
/* why: the thread may signal what isn't initialised yet */
#include <pthread.h>

static pthread_cond_t changed;

static void *work(void *unused)
{
    pthread_cond_signal(&changed);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_cond_init(&changed, NULL);
    pthread_join(thread, NULL);
    return 0;
}
