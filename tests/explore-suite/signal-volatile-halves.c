/* expect: fails: claim */
/* why: ++ is a load and a store also of a volatile, and the handler may come
   between them */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static volatile sig_atomic_t counter;
static atomic_int handled;

static void count(int unused)
{
    (void)unused;
    counter++;
    handled++;
}

static void *work(void *wrong)
{
    counter++;
    *(int *)wrong = counter < 1 + handled;
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int wrong;

    signal(SIGUSR1, count);
    pthread_create(&thread, NULL, work, &wrong);
    pthread_kill(thread, SIGUSR1);
    pthread_join(thread, NULL);
    return wrong;
}
