/* expect: fails: null pointer */
/* why: an alignment that is no power of two isn't valid, and gives a null
   pointer (C17 7.22.3.1, C11 DR 460) */
#include <stdlib.h>

int main(void)
{
    int *block = aligned_alloc(24, 48);

    *block = 1;
    free(block);
    return 0;
}
