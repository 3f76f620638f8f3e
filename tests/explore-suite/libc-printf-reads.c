/* expect: fails: data race on name */
/* why: printf reads the text that the other thread changes */
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static char name[8] = "old";

static void *change(void *unused)
{
    strcpy(name, "new");
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, change, NULL);
    printf("%d %s\n", 1, name);
    pthread_join(thread, NULL);
    return 0;
}
