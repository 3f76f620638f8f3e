/* expect: holds */
/* schedules: 2 */
/* why: N threads, each with an inode of its own, look for a free block,
   beginning at twice their number modulo 26; thread t + 13 begins where t
   does, and who is second takes the next block, where nobody begins: 2^(N -
   13) for N from 13 to 26, here N = 14 (published: 14, 16, 18, 19 threads:
   2, 8, 32, 64) */
#include <pthread.h>
#include <stdbool.h>

#ifndef N
#define N 14
#endif
enum { BLOCKS = 26, INODES = 32 };

static pthread_mutex_t inode_lock[INODES], block_lock[BLOCKS];
static int inode[INODES], number[N];
static bool busy[BLOCKS];

static void *find_block(void *mine)
{
    int i = *(int *)mine % INODES;

    pthread_mutex_lock(&inode_lock[i]);
    for (int b = i * 2 % BLOCKS; inode[i] == 0; b = (b + 1) % BLOCKS) {
        pthread_mutex_lock(&block_lock[b]);
        if (!busy[b]) {
            busy[b] = true;
            inode[i] = b + 1;
        }
        pthread_mutex_unlock(&block_lock[b]);
    }
    pthread_mutex_unlock(&inode_lock[i]);
    return NULL;
}

int main(void)
{
    pthread_t thread[N];
    int taken = 0;

    for (int i = 0; i < INODES; i++)
        pthread_mutex_init(&inode_lock[i], NULL);
    for (int b = 0; b < BLOCKS; b++)
        pthread_mutex_init(&block_lock[b], NULL);
    for (int i = 0; i < N; i++) {
        number[i] = i;
        pthread_create(&thread[i], NULL, find_block, &number[i]);
    }
    for (int i = 0; i < N; i++)
        pthread_join(thread[i], NULL);
    for (int b = 0; b < BLOCKS; b++)
        taken += busy[b];
    return taken != (N < BLOCKS ? N : BLOCKS);
}
