/* expect: holds */
/* why: an alignment that is no power of two isn't valid, and gives a null
   pointer (C17 7.22.3.1, C11 DR 460) */
#include <stdlib.h>

int main(void)
{
    void *block = aligned_alloc(3, 9), *none = aligned_alloc(0, 8);
    int *right = aligned_alloc(64, 64);

    if (right == NULL)
        return 0;
    *right = 1;
    free(right);
    return block != NULL || none != NULL;
}
