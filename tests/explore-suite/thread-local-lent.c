/* expect: holds */
/* why: a pointer to an object of main's leads every thread to main's, and the
   name of the object to the thread's own (C11 6.2.4p4, 6.5.3.2p4) */
#include <pthread.h>

static _Thread_local int own = 1;

static void *work(void *lent)
{
    int *mains = lent;

    own++;
    *mains += own;
    return own == 2 && mains != &own ? NULL : lent;
}

int main(void)
{
    pthread_t one;
    void *wrong;

    own = 10;
    pthread_create(&one, NULL, work, &own);
    pthread_join(one, &wrong);
    return wrong != NULL || own != 12;
}
