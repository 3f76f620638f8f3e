/* expect: holds */
/* schedules: 2 */
/* why: who frees sets the pointer to NULL, and who uses it looks; 2! orders */
#include <pthread.h>
#include <stdlib.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int *block;

static void *give_back(void *unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    free(block);
    block = NULL;
    pthread_mutex_unlock(&lock);
    return NULL;
}

static void *use(void *wrong)
{
    pthread_mutex_lock(&lock);
    *(int *)wrong = block && *block != 42;
    pthread_mutex_unlock(&lock);
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int wrong;

    block = malloc(sizeof *block);
    if (!block)
        return 0;
    *block = 42;
    pthread_create(&one, NULL, use, &wrong);
    pthread_create(&two, NULL, give_back, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong;
}
