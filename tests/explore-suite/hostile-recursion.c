/* expect: fails: stack or SIGSEGV or crash */
/* why: a thread calls itself until its stack is used up */
#include <pthread.h>

static int depth(int *above)
{
    int here[64] = { 0 };

    here[0] = *above + 1;
    return here[0] < 0 ? 0 : depth(here) + here[1];
}

static void *work(void *unused)
{
    int zero = 0;

    (void)unused;
    depth(&zero);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, NULL);
    return 0;
}
