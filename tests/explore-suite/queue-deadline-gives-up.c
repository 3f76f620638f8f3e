/* expect: fails: lost wakeup */
/* why: the time is up for one taker just as the signal comes to it; it gives
   up without looking again, and the other waits beside an item */
#define _POSIX_C_SOURCE 200809L
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
        error = pthread_cond_timedwait(&not_empty, &lock, &until);
    if (error != ETIMEDOUT) {
        items--;
        *(int *)taken = 1;
    }
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *take(void *unused)
{
    pthread_mutex_lock(&lock);
    while (items == 0)
        pthread_cond_wait(&not_empty, &lock);
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
