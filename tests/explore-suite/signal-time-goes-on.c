/* expect: holds */
/* why: a handler's clock is that of the thread that it stops */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <time.h>

static atomic_long at;
static atomic_int back;

static long now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000000 + time.tv_nsec / 1000;
}

static void look(int unused)
{
    (void)unused;
    if (now() < atomic_load(&at))
        atomic_store(&back, 1);
}

static void *work(void *unused)
{
    struct timespec second = { 1, 0 };

    nanosleep(&second, NULL);
    atomic_store(&at, now());
    return unused;
}

int main(void)
{
    struct sigaction action = { .sa_handler = look };
    pthread_t thread;

    sigemptyset(&action.sa_mask);
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&thread, NULL, work, NULL);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return atomic_load(&back);
}
