/* expect: holds */
/* why: each round has objects of its own, at the same place, which end with the
   block that declares them */
#include <pthread.h>
#include <semaphore.h>

static int sum;

static void round_with(int n)
{
    pthread_mutex_t lock;
    sem_t free;

    pthread_mutex_init(&lock, NULL);
    sem_init(&free, 0, 1);
    sem_wait(&free);
    pthread_mutex_lock(&lock);
    if (sem_trywait(&free) != 0)
        sum += n;
    pthread_mutex_unlock(&lock);
}

int main(void)
{
    round_with(1);
    round_with(2);
    return sum != 3;
}
