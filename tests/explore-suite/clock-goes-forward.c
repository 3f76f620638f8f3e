/* expect: holds */
/* why: CLOCK_MONOTONIC doesn't go back (POSIX), in virtual time either */
#define _POSIX_C_SOURCE 200809L
#include <time.h>

int main(void)
{
    const struct timespec pause = { 0, 1000000 };
    struct timespec before, after;

    clock_gettime(CLOCK_MONOTONIC, &before);
    nanosleep(&pause, NULL);
    clock_gettime(CLOCK_MONOTONIC, &after);
    return after.tv_sec < before.tv_sec ||
           (after.tv_sec == before.tv_sec && after.tv_nsec < before.tv_nsec);
}
