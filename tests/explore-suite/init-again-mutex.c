/* expect: fails: data race */
/* why: each thread believes that it is the first, and initialises the mutex,
   at the same time
   (POSIX.1-2017 pthread_mutex_init) */
#include <pthread.h>
#include <stdatomic.h>

static pthread_mutex_t lock;
static atomic_int made;

static void *work(void *unused)
{
    (void)unused;
    if (!made) {
        pthread_mutex_init(&lock, NULL);
        made = 1;
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, work, NULL);
    pthread_create(&two, NULL, work, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
