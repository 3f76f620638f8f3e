/* expect: fails: spins */
/* why: nobody ever sets the flag that main looks at */
#include <stdatomic.h>

static atomic_int flag;

int main(void)
{
    while (!atomic_load(&flag))
        ;
    return 0;
}
