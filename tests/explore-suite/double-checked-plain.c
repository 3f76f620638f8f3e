/* expect: fails: data race on made */
/* why: the first look at a plain pointer is outside the mutex */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int thing, *made;

static int *get(void)
{
    if (!made) {
        pthread_mutex_lock(&lock);
        if (!made) {
            thing = 42;
            made = &thing;
        }
        pthread_mutex_unlock(&lock);
    }
    return made;
}

static void *use(void *wrong)
{
    if (*get() != 42)
        *(int *)wrong = 1;
    return NULL;
}

int main(void)
{
    pthread_t one, two;
    int wrong[2] = { 0, 0 };

    pthread_create(&one, NULL, use, &wrong[0]);
    pthread_create(&two, NULL, use, &wrong[1]);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return wrong[0] || wrong[1];
}
