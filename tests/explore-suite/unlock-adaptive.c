/* expect: fails: misuse */
/* why: an adaptive mutex doesn't look who unlocks it */
#define _GNU_SOURCE
#include <pthread.h>

static pthread_mutex_t lock = PTHREAD_ADAPTIVE_MUTEX_INITIALIZER_NP;

int main(void)
{
    return pthread_mutex_unlock(&lock) != 0;
}
