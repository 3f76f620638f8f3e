/* expect: holds */
/* expect weak: holds */
/* schedules: 6 */
/* why: every increment is in a section; (2+2)!/(2!2!) orders of sections */
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int counter;

static void *walk(void *unused)
{
    (void)unused;
    for (int i = 0; i < 2; i++) {
        pthread_mutex_lock(&lock);
        counter++;
        pthread_mutex_unlock(&lock);
    }
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, walk, NULL);
    pthread_create(&two, NULL, walk, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return counter != 4;
}
