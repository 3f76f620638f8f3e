/* expect: holds or can't say */
/* why: the reader waits in read until main writes, whatever the schedule;
   who doesn't model pipes must not hang there */
#include <pthread.h>
#include <unistd.h>

static int ends[2];
static char got;

static void *receive(void *unused)
{
    if (read(ends[0], &got, 1) != 1)
        got = 0;
    return unused;
}

int main(void)
{
    const char sent = 'x';
    pthread_t thread;

    if (pipe(ends) != 0)
        return 0;
    pthread_create(&thread, NULL, receive, NULL);
    if (write(ends[1], &sent, 1) != 1)
        return 0;
    pthread_join(thread, NULL);
    close(ends[0]);
    close(ends[1]);
    return got != sent;
}
