/* expect: fails: claim */
/* why: who finds it begun doesn't wait until it is done */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int begun, made;
static int wrong[2];

static void *use(void *mine)
{
    if (atomic_exchange(&begun, 1) == 0)
        atomic_store(&made, 42);
    *(int *)mine = atomic_load(&made) != 42;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, use, &wrong[0]);
    pthread_create(&two, NULL, use, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong[0] || wrong[1];
}
