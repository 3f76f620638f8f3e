/* expect: holds */
/* why: the text is read when nobody changes it any more */
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
    pthread_join(thread, NULL);
    printf("%d %s\n", 1, name);
    return 0;
}
