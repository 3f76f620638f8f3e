/* expect: holds */
/* expect weak: holds */
/* schedules: 18 */
/* why: if a word of the new pair is read, the fences make the second look at
   the count see at least the odd one; x86-TSO keeps these orders anyway */
#include <pthread.h>
#include <stdatomic.h>

static atomic_int count, left, right;

static void *write_pair(void *unused)
{
    (void)unused;
    atomic_store_explicit(&count, 1, memory_order_relaxed);
    atomic_thread_fence(memory_order_release);
    atomic_store_explicit(&left, 7, memory_order_relaxed);
    atomic_store_explicit(&right, 7, memory_order_relaxed);
    atomic_store_explicit(&count, 2, memory_order_release);
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int before, l, r, after;

    pthread_create(&thread, NULL, write_pair, NULL);
    before = atomic_load_explicit(&count, memory_order_acquire);
    l = atomic_load_explicit(&left, memory_order_relaxed);
    r = atomic_load_explicit(&right, memory_order_relaxed);
    atomic_thread_fence(memory_order_acquire);
    after = atomic_load_explicit(&count, memory_order_relaxed);
    pthread_join(thread, NULL);
    return before == after && before % 2 == 0 && l != r;
}
