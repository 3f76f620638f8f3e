/* expect: holds */
/* expect spurious: holds */
/* why: who finds the item taken waits again, and two items are made */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t more = PTHREAD_COND_INITIALIZER;
static int items, lowest;

static void *consume(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    while (items == 0)
        pthread_cond_wait(&more, &lock);
    items--;
    if (items < lowest)
        lowest = items;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, consume, NULL);
    pthread_create(&two, NULL, consume, NULL);
    for (int i = 0; i < 2; i++) {
        pthread_mutex_lock(&lock);
        items++;
        pthread_cond_broadcast(&more);
        pthread_mutex_unlock(&lock);
    }
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return lowest < 0 || items != 0;
}
