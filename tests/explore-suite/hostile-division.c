/* expect: fails: SIGFPE or division or crash */
/* why: integer division by zero, which raises SIGFPE on x86 */
#include <stdatomic.h>

static atomic_int zero;

int main(void)
{
    return 84 / atomic_load(&zero);
}
