/* expect: fails: assertion */
/* why: the thread may look before main has counted */
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

    pthread_create(&thread, NULL, look, NULL);
    atomic_fetch_add(&counter, 1);
    pthread_join(thread, NULL);
    return 0;
}
