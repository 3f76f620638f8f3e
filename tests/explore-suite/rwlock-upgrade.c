/* expect: fails: deadlock */
/* why: a reader that asks to write waits for all readers, itself among them */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int value;

static void *add_if_even(void *unused)
{
    (void)unused;
    pthread_rwlock_rdlock(&lock);
    if (value % 2 == 0 && pthread_rwlock_wrlock(&lock) == 0) {
        value++;
        pthread_rwlock_unlock(&lock);
    }
    pthread_rwlock_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, add_if_even, NULL);
    pthread_join(thread, NULL);
    return 0;
}
