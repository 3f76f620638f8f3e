/* expect: holds */
/* schedules: 1 */
/* why: join hands over what the thread returned, or gave to pthread_exit */
#include <pthread.h>

static int value;

static _Noreturn void leave(int *with)
{
    pthread_exit(with);
}

static void *work(void *unused)
{
    if (unused)
        leave(&value);
    value = 42;
    return &value;
}

int main(void)
{
    pthread_t thread;
    void *first, *second;

    pthread_create(&thread, NULL, work, NULL);
    pthread_join(thread, &first);
    pthread_create(&thread, NULL, work, &value);
    pthread_join(thread, &second);
    return first != &value || second != &value || value != 42;
}
