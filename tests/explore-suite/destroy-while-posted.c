/* expect: fails: misuse or data race */
/* why: nobody waits for the post before the semaphore is destroyed, and main
   may have been about to post when it was */
#include <pthread.h>
#include <semaphore.h>
#include <stdatomic.h>

static sem_t done;
static atomic_int looks;

static void *tidy_up(void *unused)
{
    sem_destroy(&done);
    return unused;
}

int main(void)
{
    pthread_t thread;

    sem_init(&done, 0, 0);
    pthread_create(&thread, NULL, tidy_up, NULL);
    atomic_fetch_add(&looks, 1);
    sem_post(&done);
    pthread_join(thread, NULL);
    return 0;
}
