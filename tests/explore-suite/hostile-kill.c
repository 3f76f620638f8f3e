/* expect: can't say: kill or fails: kill */
/* why: the signal must not end the search instead of the program */
#define _POSIX_C_SOURCE 200809L
#include <signal.h>
#include <unistd.h>

int main(void)
{
    kill(getpid(), SIGKILL);
    return 0;
}
