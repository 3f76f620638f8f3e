/* expect: holds */
/* why: as queue-deadline-gives-up, but who gives up looks again, and passes
   the signal on if there is an item after all */
#define _GNU_SOURCE
#include <assert.h>
#include <errno.h>
#include <pthread.h>
#include <time.h>

enum { ROOM = 2 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t not_empty = PTHREAD_COND_INITIALIZER;
static int items;

static void put(void)
{
    pthread_mutex_lock(&lock);
    if (items < ROOM)
        items++;
    pthread_cond_signal(&not_empty);
    pthread_mutex_unlock(&lock);
}

static void *take_in_time(void *taken)
{
    struct timespec until = { 1, 0 };
    int error = 0;

    pthread_mutex_lock(&lock);
    while (items == 0 && error != ETIMEDOUT)
        error = pthread_cond_clockwait(&not_empty, &lock, CLOCK_MONOTONIC,
                                       &until);
    if (error != ETIMEDOUT) {
        assert(items > 0);
        items--;
        *(int *)taken = 1;
    } else if (items > 0) {
        pthread_cond_signal(&not_empty);
    }
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *take(void *unused)
{
    pthread_mutex_lock(&lock);
    while (items == 0)
        pthread_cond_wait(&not_empty, &lock);
    assert(items > 0);
    items--;
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t hasty, patient;
    int taken = 0;

    pthread_create(&hasty, NULL, take_in_time, &taken);
    pthread_create(&patient, NULL, take, NULL);
    put();
    pthread_join(hasty, NULL);
    if (taken)
        put();
    pthread_join(patient, NULL);
    return items;
}
