/* expect: fails: data race */
/* why: both threads get the address of i, which main goes on to change */
#include <pthread.h>

static int seen[2];

static void *work(void *number)
{
    int mine = *(int *)number;

    if (mine >= 0 && mine < 2)
        seen[mine] = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread[2];
    int i;

    for (i = 0; i < 2; i++)
        pthread_create(&thread[i], NULL, work, &i);
    for (int k = 0; k < 2; k++)
        pthread_join(thread[k], NULL);
    return !seen[0] || !seen[1];
}
