/* expect: fails: data race */
/* why: rand may race with itself (C11 7.22.2.1p3) */
#include <pthread.h>
#include <stdlib.h>

static int drawn[2];

static void *draw(void *mine)
{
    *(int *)mine = rand();
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    srand(1);
    pthread_create(&one, NULL, draw, &drawn[0]);
    pthread_create(&two, NULL, draw, &drawn[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return 0;
}
