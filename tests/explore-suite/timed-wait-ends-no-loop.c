/* expect: fails: endless loop or livelock */
/* why: main has waited four times in vain, and the other still goes round */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <time.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;
static atomic_int done, ball;

static void *play(void *unused)
{
    while (!done) {
        ball = 1;
        sched_yield();
        ball = 0;
    }
    return unused;
}

int main(void)
{
    pthread_t thread;
    struct timespec until = { 1, 0 };

    pthread_create(&thread, NULL, play, NULL);
    pthread_mutex_lock(&lock);
    for (int i = 0; i < 4; i++)
        pthread_cond_timedwait(&changed, &lock, &until);
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return 0;
}
