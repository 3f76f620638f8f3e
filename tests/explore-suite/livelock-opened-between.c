/* expect: fails: livelock: .*main at .*, thread 1 at */
/* why: the gate is shut at the end of each round, and whoever looks may always
   look then */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int shut = 1, through;

static void *pass(void *unused)
{
    while (atomic_load(&shut))
        continue;
    atomic_store(&through, 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, pass, NULL);
    while (!atomic_load(&through)) {
        atomic_store(&shut, 0);
        atomic_store(&shut, 1);
    }
    pthread_join(thread, NULL);
    return 0;
}
