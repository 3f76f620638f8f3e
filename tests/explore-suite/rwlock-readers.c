/* expect: holds */
/* expect weak: holds */
/* why: both halves change in a writing section and are read in reading ones */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>

static pthread_rwlock_t lock = PTHREAD_RWLOCK_INITIALIZER;
static int left, right;

static void *look(void *torn)
{
    pthread_rwlock_rdlock(&lock);
    *(int *)torn = left != right;
    pthread_rwlock_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int torn[2];

    pthread_create(&one, NULL, look, &torn[0]);
    pthread_create(&two, NULL, look, &torn[1]);
    pthread_rwlock_wrlock(&lock);
    left = 7;
    right = 7;
    pthread_rwlock_unlock(&lock);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return torn[0] || torn[1];
}
