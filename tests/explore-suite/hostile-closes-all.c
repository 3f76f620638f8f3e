/* expect: holds or can't say */
/* why: it closes every descriptor it might have; nothing of it concerns
   claims */
#include <unistd.h>

int main(void)
{
    for (int i = 0; i < 256; i++)
        close(i);
    return 0;
}
