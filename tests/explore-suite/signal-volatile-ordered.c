/* expect: holds */
/* why: as signal-volatile-of-another, but the flag between them orders it */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>

static volatile sig_atomic_t told;
static atomic_int go;

static void tell(int unused)
{
    (void)unused;
    told = 1;
}

static void *work(void *unused)
{
    told = 2;
    atomic_store_explicit(&go, 1, memory_order_seq_cst);
    return unused;
}

int main(void)
{
    pthread_t thread;
    int seen = 0;

    signal(SIGUSR1, tell);
    pthread_create(&thread, NULL, work, NULL);
    if (atomic_load_explicit(&go, memory_order_seq_cst))
        seen = told;
    pthread_join(thread, NULL);
    return seen == 1;
}
