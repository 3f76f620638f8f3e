/* expect: can't say: exec */
/* why: another program would stand in the place of the search */
#define _POSIX_C_SOURCE 200809L
#include <unistd.h>

int main(void)
{
    execl("/bin/sleep", "sleep", "1000", (char *)NULL);
    return 0;
}
