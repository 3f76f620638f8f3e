/* expect: can't say: system */
/* why: system starts a process */
#include <stdlib.h>

int main(void)
{
    return system("exit 0") != 0;
}
