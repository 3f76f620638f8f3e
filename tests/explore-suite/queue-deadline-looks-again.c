/* expect: holds */
/* why: as queue-deadline-gives-up, but it goes by what is there, not by why it
   woke */
#include <assert.h>
#include <threads.h>
#include <time.h>

enum { ROOM = 2 };

static mtx_t lock;
static cnd_t not_empty;
static int items;

static void put(void)
{
    mtx_lock(&lock);
    if (items < ROOM)
        items++;
    cnd_signal(&not_empty);
    mtx_unlock(&lock);
}

static int take_in_time(void *unused)
{
    struct timespec until = { 1, 0 };
    int end = thrd_success, taken;

    (void)unused;
    mtx_lock(&lock);
    while (items == 0 && end != thrd_timedout)
        end = cnd_timedwait(&not_empty, &lock, &until);
    assert(items > 0 || end == thrd_timedout);
    taken = items > 0;
    items -= taken;
    mtx_unlock(&lock);
    return taken;
}

static int take(void *unused)
{
    (void)unused;
    mtx_lock(&lock);
    while (items == 0)
        cnd_wait(&not_empty, &lock);
    assert(items > 0);
    items--;
    mtx_unlock(&lock);
    return 0;
}

int main(void)
{
    thrd_t hasty, patient;
    int taken;

    mtx_init(&lock, mtx_plain);
    cnd_init(&not_empty);
    thrd_create(&hasty, take_in_time, NULL);
    thrd_create(&patient, take, NULL);
    put();
    thrd_join(hasty, &taken);
    if (taken)
        put();
    thrd_join(patient, NULL);
    cnd_destroy(&not_empty);
    mtx_destroy(&lock);
    return items;
}
