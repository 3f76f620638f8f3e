/* expect: fails or can't say */
/* why: it writes past the end of what malloc gave */
#include <stdlib.h>

int main(void)
{
    int *block = malloc(4 * sizeof *block);

    if (!block)
        return 0;
    for (int i = 0; i < 40; i++)
        block[i] = i;
    free(block);
    return 0;
}
