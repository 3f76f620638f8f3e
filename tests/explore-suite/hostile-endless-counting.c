/* expect: can't say or fails: spins */
/* why: it never ends, and no two of its states are the same for a long time */
#include <stdatomic.h>

static atomic_ullong counter;

int main(void)
{
    for (;;)
        atomic_fetch_add(&counter, 1);
}
