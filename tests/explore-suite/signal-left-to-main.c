/* expect: holds */
/* why: if the thread ends before it has the signal, main gets it */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <unistd.h>

static sem_t came;

static void tell(int signal)
{
    (void)signal;
    sem_post(&came);
}

static void *do_nothing(void *unused)
{
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = tell, .sa_flags = SA_RESTART };
    pthread_t thread;

    sem_init(&came, 0, 0);
    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, do_nothing, NULL);
    kill(getpid(), SIGUSR1);
    sem_wait(&came);
    pthread_join(thread, NULL);
    return 0;
}
