/* expect: holds */
/* why: strtok_r keeps its place where its caller says, and each has one */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <string.h>

static char left[] = "a b", right[] = "c d";
static int words[2];

static void *count(void *line)
{
    int *mine = &words[line == right];
    char *place;

    for (char *w = strtok_r(line, " ", &place); w;
         w = strtok_r(NULL, " ", &place))
        ++*mine;
    return NULL;
}

int main(void)
{
    pthread_t one, two;

    pthread_create(&one, NULL, count, left);
    pthread_create(&two, NULL, count, right);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    return words[0] != 2 || words[1] != 2;
}
