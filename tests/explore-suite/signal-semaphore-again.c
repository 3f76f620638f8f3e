/* expect: holds */
/* why: sem_wait is made again when a signal has ended it */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <errno.h>
#include <semaphore.h>
#include <string.h>

static sem_t ready;

static void nothing(int unused)
{
    (void)unused;
}

static void *work(void *had)
{
    while (sem_wait(&ready) != 0 && errno == EINTR)
        continue;
    *(int *)had = 1;
    return NULL;
}

int main(void)
{
    struct sigaction action;
    pthread_t thread;
    int had;

    memset(&action, 0, sizeof action);
    sigemptyset(&action.sa_mask);
    action.sa_handler = nothing;
    sem_init(&ready, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, &had);
    pthread_kill(thread, SIGUSR1);
    sem_post(&ready);
    pthread_join(thread, NULL);
    if (sem_trywait(&ready) == 0)
        return 1;
    sem_destroy(&ready);
    return !had;
}
