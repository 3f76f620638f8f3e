/* expect: holds */
/* why: the spinlock is around both steps of each */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_spinlock_t lock;
static int counter;

static void *work(void *unused)
{
    pthread_spin_lock(&lock);
    counter++;
    pthread_spin_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t one, two;

    pthread_spin_init(&lock, PTHREAD_PROCESS_PRIVATE);
    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_spin_destroy(&lock);
    return counter != 2;
}
