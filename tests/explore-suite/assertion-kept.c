/* expect: holds */
/* why: main has counted when the thread is created */
#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>

static atomic_int counter;

static void *look(void *unused)
{
    int seen = atomic_load(&counter);

    assert(seen == 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    atomic_fetch_add(&counter, 1);
    pthread_create(&thread, NULL, look, NULL);
    pthread_join(thread, NULL);
    return 0;
}
