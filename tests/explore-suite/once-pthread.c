/* expect: holds */
/* expect weak: holds */
/* why: pthread_once returns after the routine has run, once (POSIX) */
#include <pthread.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static int made, wrong[2];

static void make(void)
{
    made++;
}

static void *use(void *mine)
{
    pthread_once(&once, make);
    *(int *)mine = made != 1;
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
