/* expect: holds */
/* why: the gate is shut before the rounds, and in none of them */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int gate, through;

static void *pass(void *unused)
{
    while (atomic_load(&gate) == 1)
        continue;
    atomic_store(&through, 1);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, pass, NULL);
    atomic_store(&gate, 1);
    while (!atomic_load(&through)) {
        atomic_store(&gate, 2);
        atomic_store(&gate, 0);
    }
    pthread_join(thread, NULL);
    return 0;
}
