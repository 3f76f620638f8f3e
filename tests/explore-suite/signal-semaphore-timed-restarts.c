/* expect: holds */
/* why: as signal-semaphore-timed, but with SA_RESTART */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <time.h>

static sem_t ready;

static void nothing(int unused)
{
    (void)unused;
}

static void *work(void *late)
{
    struct timespec deadline;

    clock_gettime(CLOCK_REALTIME, &deadline);
    deadline.tv_sec++;
    while (sem_timedwait(&ready, &deadline) != 0) {
        if (errno == EINTR)
            *(int *)late = 1;
        if (errno == ETIMEDOUT)
            break;
    }
    if (errno != ETIMEDOUT)
        *(int *)late = 1;
    return NULL;
}

int main(void)
{
    struct sigaction action = { .sa_handler = nothing,
        .sa_flags = SA_RESTART };
    pthread_t thread;
    int late = 0;

    sigemptyset(&action.sa_mask);
    sem_init(&ready, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, &late);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return late;
}
