/* expect: fails: claim */
/* why: the handler writes main's object, and the thread looks at its own */
#include <pthread.h>
#include <signal.h>

static _Thread_local volatile sig_atomic_t own;
static volatile sig_atomic_t *at;

static void note(int unused)
{
    (void)unused;
    *at = 1;
}

static void *work(void *unused)
{
    (void)unused;
    raise(SIGUSR1);
    return own == 1 ? NULL : (void *)&own;
}

int main(void)
{
    pthread_t one;
    void *wrong;
    struct sigaction action = { .sa_handler = note };

    at = &own;
    sigaction(SIGUSR1, &action, NULL);
    pthread_create(&one, NULL, work, NULL);
    pthread_join(one, &wrong);
    return wrong != NULL || own != 0;
}
