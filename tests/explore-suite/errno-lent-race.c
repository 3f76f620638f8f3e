/* expect: fails: data race */
/* why: errno has an address (C11 7.5p2), and both change main's */
#include <errno.h>
#include <pthread.h>

static void *work(void *lent)
{
    *(int *)lent = 0;
    return NULL;
}

int main(void)
{
    pthread_t one;

    pthread_create(&one, NULL, work, &errno);
    errno = 0;
    pthread_join(one, NULL);
    return 0;
}
