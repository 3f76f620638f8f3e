/* expect: fails: data race on main's own */
/* why: a pointer to an object of main's leads to main's, which main changes as
   well */
#include <pthread.h>

static _Thread_local int own;

static void *work(void *lent)
{
    ++*(int *)lent;
    return NULL;
}

int main(void)
{
    pthread_t one;

    pthread_create(&one, NULL, work, &own);
    own++;
    pthread_join(one, NULL);
    return own != 2;
}
