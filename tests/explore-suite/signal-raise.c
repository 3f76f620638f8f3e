/* expect: holds */
/* why: raise has the handler run before it returns, so nothing is open */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>

static int counter;

static void count(int unused)
{
    (void)unused;
    counter++;
}

int main(void)
{
    signal(SIGUSR1, count);
    counter++;
    raise(SIGUSR1);
    return counter != 2;
}
