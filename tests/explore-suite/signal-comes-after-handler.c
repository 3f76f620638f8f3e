/* expect: holds */
/* why: while one handler runs, the other's signal waits for the process, and
   comes when the first one ends */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

static sem_t lets_it_in, came;
static sigset_t usr2;
static volatile sig_atomic_t has_come;

static void first(int signal)
{
    (void)signal;
}

static void second(int signal)
{
    (void)signal;
    has_come = 1;
    sem_post(&came);
}

static void *receive(void *unused)
{
    pthread_sigmask(SIG_UNBLOCK, &usr2, NULL);
    sem_post(&lets_it_in);
    sem_wait(&came);
    return unused;
}

int main(void)
{
    struct sigaction one = { .sa_handler = first, .sa_flags = SA_RESTART };
    struct sigaction two = { .sa_handler = second, .sa_flags = SA_RESTART };
    pthread_t thread;

    sem_init(&lets_it_in, 0, 0);
    sem_init(&came, 0, 0);
    sigemptyset(&usr2);
    sigaddset(&usr2, SIGUSR2);
    one.sa_mask = usr2;
    sigaction(SIGUSR1, &one, NULL);
    sigaction(SIGUSR2, &two, NULL);
    pthread_sigmask(SIG_BLOCK, &usr2, NULL);
    pthread_create(&thread, NULL, receive, NULL);
    sem_wait(&lets_it_in);
    pthread_kill(thread, SIGUSR1);
    kill(getpid(), SIGUSR2);
    pthread_join(thread, NULL);
    return !has_come;
}
