/* expect: holds */
/* why: errno is thread-local (C11 7.5p2) */
#include <errno.h>
#include <pthread.h>

static void *work(void *arg)
{
    errno = arg != NULL;
    return errno == (arg != NULL) ? NULL : (void *)&errno;
}

int main(void)
{
    pthread_t one, two;
    void *wrong[2];

    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, &one);
    pthread_join(one, &wrong[0]);
    pthread_join(two, &wrong[1]);
    return wrong[0] != NULL || wrong[1] != NULL;
}
