/* expect: holds */
/* schedules: 2 */
/* why: looking and adding are one writing section; 2! orders */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int value;

static void *add_if_even(void *unused)
{
    (void)unused;
    pthread_rwlock_wrlock(&lock);
    if (value % 2 == 0)
        value++;
    pthread_rwlock_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, add_if_even, NULL);
    pthread_create(&two, NULL, add_if_even, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return value != 1;
}
