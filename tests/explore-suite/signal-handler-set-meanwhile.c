/* expect: fails: claim */
/* why: the handler, set after the thread began, may come between the two */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>

static volatile sig_atomic_t left, right;
static atomic_int torn;
static sem_t begun, done;

static void compare(int unused)
{
    (void)unused;
    if (left != right)
        atomic_store(&torn, 1);
}

static void *work(void *unused)
{
    sem_post(&begun);
    left = 1;
    right = 1;
    sem_wait(&done);
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = compare,
        .sa_flags = SA_RESTART };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sem_init(&begun, 0, 0);
    sem_init(&done, 0, 0);
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&begun);
    sigaction(SIGUSR1, &action, NULL);
    pthread_kill(thread, SIGUSR1);
    sem_post(&done);
    pthread_join(thread, NULL);
    return atomic_load(&torn);
}
