/* expect: holds */
/* why: cnd_timedwait and mtx_timedlock tell thrd_timedout apart from success */
#include <threads.h>
#include <time.h>

static mtx_t lock;
static cnd_t changed;
static int ready;

static int announce(void *unused)
{
    (void)unused;
    mtx_lock(&lock);
    ready = 1;
    cnd_signal(&changed);
    mtx_unlock(&lock);
    return 0;
}

int main(void)
{
    thrd_t thread;
    struct timespec until;
    int end = thrd_success;

    mtx_init(&lock, mtx_timed);
    cnd_init(&changed);
    timespec_get(&until, TIME_UTC);
    until.tv_sec++;
    thrd_create(&thread, announce, NULL);
    if (mtx_timedlock(&lock, &until) != thrd_success) {
        thrd_join(thread, NULL);
        return !ready;
    }
    while (!ready && end == thrd_success)
        end = cnd_timedwait(&changed, &lock, &until);
    if (!ready && end == thrd_success)
        return 1;
    mtx_unlock(&lock);
    thrd_sleep(&(struct timespec){ 0, 1000 }, NULL);
    thrd_join(thread, NULL);
    cnd_destroy(&changed);
    mtx_destroy(&lock);
    return !ready || (end != thrd_success && end != thrd_timedout);
}
