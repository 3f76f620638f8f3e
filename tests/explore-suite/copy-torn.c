/* expect: fails: data race */
/* why: a struct is copied while it is assigned, and nothing orders the two */
#include <pthread.h>

struct pair {
    long left, right;
};
static struct pair shared;

static void *set(void *unused)
{
    struct pair both = { 7, 7 };

    (void)unused;
    shared = both;
    return NULL;
}

int main(void)
{
    pthread_t thread;
    struct pair mine;

    pthread_create(&thread, NULL, set, NULL);
    mine = shared;
    pthread_join(thread, NULL);
    return mine.left != mine.right;
}
