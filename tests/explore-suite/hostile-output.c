/* expect: holds or can't say */
/* schedules: 1 */
/* why: ten million bytes of output, and then a good end */
#include <stdio.h>

int main(void)
{
    for (int i = 0; i < 10000000 / 80; i++)
        printf("%79d\n", i);
    return 0;
}
