/* expect: fails: abort or SIGABRT */
/* why: it aborts, and does so in every schedule */
#include <stdlib.h>

int main(void)
{
    abort();
}
