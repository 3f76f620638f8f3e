/* expect: fails: misuse */
/* why: the key may be deleted before main asks for its value, although main
   comes first when each runs for as long as it can */
#include <pthread.h>

static pthread_key_t key;

static void *tidy_up(void *unused)
{
    pthread_key_delete(key);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_key_create(&key, NULL);
    pthread_create(&thread, NULL, tidy_up, NULL);
    if (pthread_getspecific(key) != NULL)
        return 1;
    pthread_join(thread, NULL);
    return 0;
}
