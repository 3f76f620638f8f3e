/* expect: fails: claim */
/* why: both may find it not begun, and both make it */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int begun, made;

static void *use(void *unused)
{
    (void)unused;
    if (!atomic_load(&begun)) {
        atomic_store(&begun, 1);
        atomic_fetch_add(&made, 1);
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, use, NULL);
    pthread_create(&two, NULL, use, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return atomic_load(&made) != 1;
}
