/* expect: holds */
/* why: a handler may use errno if it puts back what was there (POSIX.1-2017
   2.4.3) */
#include <errno.h>
#include <pthread.h>
#include <signal.h>

static volatile sig_atomic_t seen;

static void note(int unused)
{
    int saved = errno;

    (void)unused;
    errno = 5;
    seen = 1;
    errno = saved;
}

static void *work(void *unused)
{
    (void)unused;
    errno = 3;
    return errno == 3 && seen <= 1 ? NULL : (void *)&seen;
}

int main(void)
{
    pthread_t one;
    void *wrong;
    struct sigaction action = { .sa_handler = note };

    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&one, NULL, work, NULL);
    errno = 9;
    pthread_kill(one, SIGUSR1);
    pthread_join(one, &wrong);
    return wrong != NULL || errno != 9;
}
