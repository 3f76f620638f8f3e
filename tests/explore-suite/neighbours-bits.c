/* expect: fails: data race */
/* why: adjacent bit-fields are one memory location (C11 3.14p3) */
#include <pthread.h>

static struct {
    unsigned left : 4, right : 4;
} both;

static void *set_left(void *unused)
{
    (void)unused;
    both.left = 1;
    return NULL;
}

static void *set_right(void *unused)
{
    (void)unused;
    both.right = 1;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, set_left, NULL);
    pthread_create(&two, NULL, set_right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return !both.left || !both.right;
}
