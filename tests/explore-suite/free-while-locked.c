/* expect: fails: data race or use after free */
/* why: main lets go of a lock in a block that the thread frees without having
   waited for it */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t *lock;

static void *tidy_up(void *unused)
{
    free(lock);
    return unused;
}

int main(void)
{
    pthread_t thread;

    lock = malloc(sizeof *lock);
    if (lock == NULL)
        return 0;
    pthread_mutex_init(lock, NULL);
    pthread_create(&thread, NULL, tidy_up, NULL);
    pthread_mutex_lock(lock);
    pthread_mutex_unlock(lock);
    pthread_join(thread, NULL);
    return 0;
}
