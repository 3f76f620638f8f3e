/* expect: holds */
/* why: as signal-semaphore-posts, but the call is made again */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>

static sem_t ready;

static void post(int unused)
{
    (void)unused;
    sem_post(&ready);
}

static void *work(void *had)
{
    while (sem_wait(&ready) != 0)
        continue;
    *(int *)had = 1;
    return NULL;
}

int main(void)
{
    struct sigaction action = { .sa_handler = post };
    pthread_t thread;
    int had;

    sigemptyset(&action.sa_mask);
    sem_init(&ready, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, &had);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return !had || sem_trywait(&ready) == 0;
}
