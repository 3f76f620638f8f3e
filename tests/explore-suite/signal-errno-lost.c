/* expect: fails: claim */
/* why: the handler may change errno between the call and the look at it */
#define _POSIX_C_SOURCE 200809L
#include <errno.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>

static sem_t none;

static void try_it(int unused)
{
    (void)unused;
    errno = 0;
}

static void *work(void *wrong)
{
    if (sem_trywait(&none) == 0 || errno != EAGAIN)
        *(int *)wrong = 1;
    return NULL;
}

int main(void)
{
    struct sigaction action = { .sa_handler = try_it };
    pthread_t thread;
    int wrong = 0;

    sigemptyset(&action.sa_mask);
    sem_init(&none, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, &wrong);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return wrong;
}
