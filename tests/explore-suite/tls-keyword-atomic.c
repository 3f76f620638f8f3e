/* expect: can't say: thread-local */
/* why: an atomic object of each thread orders nothing between them; it isn't
   modelled */
#include <pthread.h>
#include <stdatomic.h>

static _Thread_local atomic_int mine;
static atomic_int go;
static int data;

static void *work(void *unused)
{
    data = 1;
    atomic_store(&mine, 1);
    atomic_store_explicit(&go, 1, memory_order_relaxed);
    return unused;
}

int main(void)
{
    pthread_t thread;
    int seen = 0;

    pthread_create(&thread, NULL, work, NULL);
    if (atomic_load_explicit(&go, memory_order_relaxed)) {
        atomic_load(&mine);
        seen = data;
    }
    pthread_join(thread, NULL);
    return seen > 1;
}
