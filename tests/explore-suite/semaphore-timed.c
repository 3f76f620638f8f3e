/* expect: holds */
/* why: the semaphore is had, or errno is ETIMEDOUT, and both are minded */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <time.h>

static sem_t done;
static int value;

static void *work(void *unused)
{
    value = 42;
    sem_post(&done);
    return unused;
}

int main(void)
{
    pthread_t thread;
    struct timespec until;
    int wrong;

    sem_init(&done, 0, 0);
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_sec++;
    pthread_create(&thread, NULL, work, NULL);
    if (sem_timedwait(&done, &until) == 0)
        wrong = value != 42;
    else
        wrong = errno != ETIMEDOUT;
    pthread_join(thread, NULL);
    sem_destroy(&done);
    return wrong;
}
