/* expect: fails: data race */
/* why: memcpy reads what memset writes */
#include <pthread.h>
#include <string.h>

static char shared[64];

static void *set(void *unused)
{
    (void)unused;
    memset(shared, 'x', sizeof shared);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    char mine[64];

    pthread_create(&thread, NULL, set, NULL);
    memcpy(mine, shared, sizeof mine);
    pthread_join(thread, NULL);
    return mine[0] != mine[63];
}
