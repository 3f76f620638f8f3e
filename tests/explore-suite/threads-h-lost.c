/* expect: fails: lost wakeup or deadlock */
/* why: as wakeup-lost, by C11's own threads */
#include <threads.h>

static mtx_t lock;
static cnd_t changed;

static int announce(void *unused)
{
    (void)unused;
    cnd_signal(&changed);
    return 0;
}

int main(void)
{
    thrd_t thread;

    mtx_init(&lock, mtx_plain);
    cnd_init(&changed);
    thrd_create(&thread, announce, NULL);
    mtx_lock(&lock);
    cnd_wait(&changed, &lock);
    mtx_unlock(&lock);
    thrd_join(thread, NULL);
    cnd_destroy(&changed);
    mtx_destroy(&lock);
    return 0;
}
