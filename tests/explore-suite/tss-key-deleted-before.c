/* expect: holds */
/* why: as tss-key-deleted-meanwhile, but the thread has to wait for it */
#define _POSIX_C_SOURCE 200809L
#include <pthread.h>
#include <sched.h>
#include <semaphore.h>
#include <stdio.h>
#include <stdlib.h>

static pthread_key_t key;
static sem_t has_value;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void not_called(void *value)
{
    (void)value;
    printf("claim: the key is deleted first\n");
    _Exit(1);
}

static void *work(void *unused)
{
    pthread_setspecific(key, &lock);
    sem_post(&has_value);
    sched_yield();
    pthread_mutex_lock(&lock);
    pthread_mutex_unlock(&lock);
    return unused;
}

int main(void)
{
    pthread_t thread;

    pthread_key_create(&key, not_called);
    sem_init(&has_value, 0, 0);
    pthread_mutex_lock(&lock);
    pthread_create(&thread, NULL, work, NULL);
    sem_wait(&has_value);
    pthread_key_delete(key);
    pthread_mutex_unlock(&lock);
    pthread_join(thread, NULL);
    return 0;
}
