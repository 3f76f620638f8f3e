/* expect: fails: strtok or data race */
/* why: strtok keeps its place in static storage (C11 7.24.5.8), once for all */
#include <pthread.h>
#include <string.h>

static char left[] = "a b", right[] = "c d";
static int words[2];

static void *count(void *line)
{
    int *mine = &words[line == right];

    for (char *w = strtok(line, " "); w; w = strtok(NULL, " "))
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
