/* expect: holds */
/* expect weak: holds */
/* why: who has counted the references down to nothing under the lock is the
   last that uses it */
#include <pthread.h>
#include <stdlib.h>

struct shared {
    pthread_mutex_t lock;
    int references;
};

static void *let_go(void *argument)
{
    struct shared *shared = argument;
    int left;

    pthread_mutex_lock(&shared->lock);
    left = --shared->references;
    pthread_mutex_unlock(&shared->lock);
    if (left == 0) {
        pthread_mutex_destroy(&shared->lock);
        free(shared);
    }
    return NULL;
}

int main(void)
{
    struct shared *shared = malloc(sizeof *shared);
    pthread_t thread;

    if (shared == NULL)
        return 0;
    pthread_mutex_init(&shared->lock, NULL);
    shared->references = 2;
    pthread_create(&thread, NULL, let_go, shared);
    let_go(shared);
    pthread_join(thread, NULL);
    return 0;
}
