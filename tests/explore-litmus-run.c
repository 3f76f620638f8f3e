/*
 * Any program of tests/explore-litmus, run by the interleaver: it is told as
 * numbers (explore-litmus --numbers) in the environment variable LITMUS, so
 * that this is compiled once for thousands of them. It prints its outcome as
 * explore-litmus does.
 */
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>

enum { THREADS = 8, OPS = 12, REGS = 8, LOCS = 8 };
enum kind {
    READ, WRITE, AWAIT, ADD, XCHG, CAS, FENCE, LOCK, UNLOCK, IF, IFNOT
};
struct op {
    int kind, order, loc, reg, expected, value, from;
};

/* What is not zero is kept from run to run, so the program is read once. */
static struct program {
    int threads, locs, count[THREADS], shows[THREADS][REGS], name[LOCS];
    struct op op[THREADS][OPS];
    atomic_int x[LOCS];
    char mark;
} p = { .mark = 1 };
static int regs[THREADS][REGS];

__attribute__((constructor)) static void read_program(void)
{
    const char *at = getenv("LITMUS");
    int n = 0, all[1000] = { 0 };

    if (!at)
        return;
    while (*at && n < 1000) {
        int sign = *at == '-' ? -1 : 1, number = 0;

        for (at += *at == '-'; *at > ' '; at++)
            number = number * 10 + *at - '0';
        all[n++] = sign * number;
        at += *at == ' ';
    }
    p.threads = all[0];
    p.locs = all[1];
    n = 2;
    for (int l = 0; l < p.locs; l++) {
        p.name[l] = all[n++];
        p.x[l] = all[n++];
    }
    for (int t = 0; t < p.threads; t++) {
        p.count[t] = all[n++];
        for (int k = 0; k < p.count[t]; k++, n += 7) {
            p.op[t][k] = (struct op){ all[n], all[n + 1], all[n + 2],
                                      all[n + 3], all[n + 4], all[n + 5],
                                      all[n + 6] };
            if (all[n + 3] >= 0 && all[n] < IF)
                p.shows[t][all[n + 3]] = 1;
        }
    }
}

#define R(o) atomic_load_explicit(x, memory_order_##o)
#define W(o) (atomic_store_explicit(x, v, memory_order_##o), 0)
#define ADD(o) atomic_fetch_add_explicit(x, v, memory_order_##o)
#define XCHG(o) atomic_exchange_explicit(x, v, memory_order_##o)
#define CAS(o, failed)                                                  \
    (atomic_compare_exchange_strong_explicit(x, &e, v, memory_order_##o, \
                                             memory_order_##failed), e)
#define F(o) (atomic_thread_fence(memory_order_##o), 0)

static int any(const struct op *op, atomic_int *x, int v)
{
    int e = op->expected;

    switch (op->kind * 8 + op->order) {
    case READ * 8 + 1: case AWAIT * 8 + 1: return R(relaxed);
    case READ * 8 + 2: case AWAIT * 8 + 2: return R(acquire);
    case READ * 8 + 5: case AWAIT * 8 + 5: return R(seq_cst);
    case WRITE * 8 + 1: return W(relaxed);
    case WRITE * 8 + 3: return W(release);
    case WRITE * 8 + 5: return W(seq_cst);
    case ADD * 8 + 1: return ADD(relaxed);
    case ADD * 8 + 2: return ADD(acquire);
    case ADD * 8 + 3: return ADD(release);
    case ADD * 8 + 4: return ADD(acq_rel);
    case ADD * 8 + 5: return ADD(seq_cst);
    case XCHG * 8 + 1: return XCHG(relaxed);
    case XCHG * 8 + 2: return XCHG(acquire);
    case XCHG * 8 + 3: return XCHG(release);
    case XCHG * 8 + 4: return XCHG(acq_rel);
    case XCHG * 8 + 5: return XCHG(seq_cst);
    case CAS * 8 + 1: return CAS(relaxed, relaxed);
    case CAS * 8 + 2: return CAS(acquire, acquire);
    case CAS * 8 + 3: return CAS(release, relaxed);
    case CAS * 8 + 4: return CAS(acq_rel, acquire);
    case CAS * 8 + 5: return CAS(seq_cst, seq_cst);
    case FENCE * 8 + 2: return F(acquire);
    case FENCE * 8 + 3: return F(release);
    case FENCE * 8 + 4: return F(acq_rel);
    case FENCE * 8 + 5: return F(seq_cst);
    default: abort();
    }
}

static void *thread(void *number)
{
    int t = *(int *)number;

    for (int k = 0; k < p.count[t]; k++) {
        const struct op *op = &p.op[t][k];
        int v = op->value + (op->from >= 0 ? regs[t][op->from] : 0);
        atomic_int *x = &p.x[op->loc >= 0 ? op->loc : 0];

        if (op->kind == IF || op->kind == IFNOT) {
            if ((regs[t][op->reg] == op->expected) != (op->kind == IF))
                break;
        } else if (op->kind == AWAIT)
            while (any(op, x, 0) != op->expected)
                ;
        else if (op->reg >= 0)
            regs[t][op->reg] = any(op, x, v);
        else
            any(op, x, v);
    }
    return NULL;
}

int main(void)
{
    pthread_t threads[THREADS];
    int number[THREADS];

    for (int t = 0; t < p.threads; t++) {
        number[t] = t;
        pthread_create(&threads[t], NULL, thread, &number[t]);
    }
    for (int t = 0; t < p.threads; t++)
        pthread_join(threads[t], NULL);
    for (int t = 0; t < p.threads; t++)
        for (int i = 0; i < REGS; i++)
            if (p.shows[t][i])
                printf("%d:r%d=%d ", t, i, regs[t][i]);
    for (int l = 0; l < p.locs; l++)
        printf("%c=%d ", p.name[l], atomic_load(&p.x[l]));
    return 0;
}
