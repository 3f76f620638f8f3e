/* expect: can't say: fork */
/* why: a second process would run on beside the search */
#define _POSIX_C_SOURCE 200809L
#include <sys/types.h>
#include <unistd.h>

int main(void)
{
    pid_t child = fork();

    if (child == 0)
        for (;;)
            pause();
    return child < 0;
}
