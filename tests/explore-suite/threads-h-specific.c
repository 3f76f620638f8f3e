/* expect: holds */
/* why: a tss_t has a value for each thread, and its destructor runs at the
   end */
#include <stdlib.h>
#include <threads.h>

static tss_t key;
static mtx_t lock;
static int ended;

static void end(void *block)
{
    mtx_lock(&lock);
    ended++;
    mtx_unlock(&lock);
    free(block);
}

static int work(void *unused)
{
    (void)unused;
    return tss_set(key, malloc(1)) != thrd_success;
}

int main(void)
{
    thrd_t one, two;

    mtx_init(&lock, mtx_plain);
    tss_create(&key, end);
    thrd_create(&one, work, NULL);
    thrd_create(&two, work, NULL);
    thrd_join(one, NULL);
    thrd_join(two, NULL);
    tss_delete(key);
    mtx_destroy(&lock);
    return ended != 2;
}
