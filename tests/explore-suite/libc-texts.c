/* expect: holds */
/* why: what these functions do with one thread's own texts is their own */
#define _GNU_SOURCE
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int compare(const void *a, const void *b)
{
    return *(const int *)a - *(const int *)b;
}

static void *work(void *unused)
{
    char text[40] = "one";
    int numbers[] = { 3, 1, 2 };
    void *aligned;
    char *copy = strdup(text);

    strcat(text, ",two");
    strncat(text, ",three", 6);
    sprintf(text + strlen(text), ",%d%%%s%.2s%5.1f", 4, "x", "yz!", 1.5);
    if (strcmp(text, "one,two,three,4%xyz  1.5") != 0)
        abort();
    qsort(numbers, 3, sizeof *numbers, compare);
    if (numbers[0] != 1 || numbers[2] != 3 || strtoul("12", NULL, 10) != 12)
        abort();
    if (posix_memalign(&aligned, 64, 10) != 0 || (size_t)aligned % 64 != 0)
        abort();
    free(aligned);
    free(copy);
    if (write(1, "said\n", 5) != 5)
        abort();
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_create(&thread, NULL, work, NULL);
    work(NULL);
    pthread_join(thread, NULL);
    return 0;
}
