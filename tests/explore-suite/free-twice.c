/* expect: fails: double free */
/* why: both free the block, one after the other */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *block;

static void *give_back(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    free(block);
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    block = malloc(16);
    pthread_create(&one, NULL, give_back, NULL);
    pthread_create(&two, NULL, give_back, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
