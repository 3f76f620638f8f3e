/* expect: can't say or fails: leak or fails: memory or fails: crash */
/* why: memory without end: whatever the limit, it is reached */
#include <stdlib.h>

static void *volatile last;

int main(void)
{
    while ((last = malloc(1 << 20)) != NULL)
        *(char *)last = 1;
    return 0;
}
