/* expect: fails: use after free */
/* why: what is expected is read from a block that was given back */
#include <stdatomic.h>
#include <stdlib.h>

static atomic_int counter;

int main(void)
{
    int *expected = calloc(1, sizeof *expected);

    free(expected);
    return !atomic_compare_exchange_strong(&counter, expected, 1);
}
