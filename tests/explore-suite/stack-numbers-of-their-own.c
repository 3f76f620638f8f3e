/* expect: holds */
/* schedules: 1 */
/* why: each thread gets the address of an int that nobody changes */
#include <pthread.h>

static int seen[2];

static void *work(void *number)
{
    seen[*(int *)number] = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread[2];
    int number[2] = { 0, 1 };

    for (int i = 0; i < 2; i++)
        pthread_create(&thread[i], NULL, work, &number[i]);
    for (int i = 0; i < 2; i++)
        pthread_join(thread[i], NULL);
    return !seen[0] || !seen[1];
}
