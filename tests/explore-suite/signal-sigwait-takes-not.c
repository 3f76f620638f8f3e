/* expect: holds */
/* why: as signal-sigwait-takes, but it is sent to the worker */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

static sem_t handled;
static sigset_t usr1;

static void tell(int unused)
{
    (void)unused;
    sem_post(&handled);
}

static void *await(void *unused)
{
    int got;

    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    sigwait(&usr1, &got);
    return unused;
}

static void *work(void *unused)
{
    while (sem_wait(&handled) != 0)
        continue;
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = tell };
    pthread_t waiter, worker;

    sigemptyset(&action.sa_mask);
    sigemptyset(&usr1);
    sigaddset(&usr1, SIGUSR1);
    sem_init(&handled, 0, 0);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&worker, NULL, work, NULL);
    pthread_sigmask(SIG_BLOCK, &usr1, NULL);
    pthread_create(&waiter, NULL, await, NULL);
    pthread_detach(waiter);
    pthread_kill(worker, SIGUSR1);
    pthread_join(worker, NULL);
    return sem_trywait(&handled) == 0;
}
