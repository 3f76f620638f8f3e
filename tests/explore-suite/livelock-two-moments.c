/* expect: fails: livelock: .*main at .*, thread 1 at */
/* why: the two are never 1 together, but the one may be seen in one round, and
   the other in the next */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int one, other, through;

static void *pass(void *unused)
{
    int a, b;

    do {
        a = atomic_load(&one);
        b = atomic_load(&other);
    } while (a == 1 && b == 1);
    atomic_store(&through, 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, pass, NULL);
    while (!atomic_load(&through)) {
        atomic_store(&one, 1);
        atomic_store(&one, 0);
        atomic_store(&other, 1);
        atomic_store(&other, 0);
    }
    pthread_join(thread, NULL);
    return 0;
}
