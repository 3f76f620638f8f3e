/* expect: holds */
/* why: each thread has a value of its own under the key, and NULL at first */
#include <pthread.h>

static pthread_key_t key;
static int wrong[2];

static void *work(void *mine)
{
    wrong[mine == &wrong[1]] |= pthread_getspecific(key) != NULL;
    pthread_setspecific(key, mine);
    wrong[mine == &wrong[1]] |= pthread_getspecific(key) != mine;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_key_create(&key, NULL);
    pthread_create(&one, NULL, work, &wrong[0]);
    pthread_create(&two, NULL, work, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_key_delete(key);
    return wrong[0] || wrong[1];
}
