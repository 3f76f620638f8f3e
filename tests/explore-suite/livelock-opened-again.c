/* expect: fails: livelock: .*main at .*, thread 1 at */
/* why: the gate is open in each round, but whoever looks may always look when
   it is shut */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int is_shut, through;

static void *pass(void *unused)
{
    while (atomic_load(&is_shut))
        continue;
    atomic_store(&through, 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, pass, NULL);
    while (!atomic_load(&through)) {
        atomic_store(&is_shut, 1);
        atomic_store(&is_shut, 0);
    }
    pthread_join(thread, NULL);
    return 0;
}
