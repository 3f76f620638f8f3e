/* expect: holds */
/* why: each thread has an errno of its own */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <sched.h>

static void *work(void *number)
{
    errno = *(int *)number;
    sched_yield();
    *(int *)number = errno;
    return NULL;
}

int main(void)
{
    pthread_t thread[2];
    int number[2] = { 1, 2 };

    for (int i = 0; i < 2; i++)
        pthread_create(&thread[i], NULL, work, &number[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(thread[i], NULL);
    return number[0] != 1 || number[1] != 2;
}
