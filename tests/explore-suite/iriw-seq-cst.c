/* expect: holds */
/* expect weak: holds */
/* schedules: 15 */
/* why: two readers can't see two stores in two orders; 16 ways to read 0 or
   1 four times, less that one */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int x, y;
static int seen[4];

static void *set(void *variable)
{
    atomic_store(variable == &x ? &x : &y, 1);
    return NULL;
}

static void *look(void *unused)
{
    (void)unused;
    seen[0] = atomic_load(&x);
    seen[1] = atomic_load(&y);
    return NULL;
}

int main(void)
{
    pthread_t one, two, three;

    pthread_create(&one, NULL, set, &x);
    pthread_create(&two, NULL, set, &y);
    pthread_create(&three, NULL, look, NULL);
    seen[2] = atomic_load(&y);
    seen[3] = atomic_load(&x);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    pthread_join(three, NULL);
    return seen[0] && !seen[1] && seen[2] && !seen[3];
}
