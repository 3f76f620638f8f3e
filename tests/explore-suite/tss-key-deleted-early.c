/* expect: fails: deleted */
/* why: main deletes the key while a thread may still use it */
#include <threads.h>

static tss_t key;
static int value;

static int work(void *unused)
{
    (void)unused;
    return tss_set(key, &value) != thrd_success;
}

int main(void)
{
    thrd_t thread;

    tss_create(&key, NULL);
    thrd_create(&thread, work, NULL);
    tss_delete(key);
    thrd_join(thread, NULL);
    return 0;
}
