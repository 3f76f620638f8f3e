/* expect: fails: data race */
/* why: a compare-and-swap that fails writes what it found where the expected
   value was (C11 7.17.7.4p2), and that write is not atomic */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int word = 1;

static void *look(void *expected)
{
    return *(int *)expected == 7 ? expected : NULL;
}

int main(void)
{
    pthread_t one;
    int expected = 0;

    pthread_create(&one, NULL, look, &expected);
    atomic_compare_exchange_strong(&word, &expected, 2);
    pthread_join(one, NULL);
    return expected != 1;
}
