/*
 * Which outcomes may a small straight-line program of atomic accesses have?
 * All executions are built and tried against the axioms of a model: nothing is
 * reduced, nothing is shared with the interleaver, whose judge this is.
 *
 *     explore-litmus MODEL... < PROGRAM       the outcomes under each model
 *     explore-litmus --c=OUTCOME < PROGRAM    as C: main returns 1 for it
 *     explore-litmus --only=MODEL < PROGRAM   as C: 1 unless MODEL allows it
 *     explore-litmus --random=SEED            a program made up by dice
 *     explore-litmus --buffering=SEED         one with dependencies
 *     explore-litmus --numbers < PROGRAM      for explore-litmus-run.c
 *
 * Models: sc, tso (axioms of x86-TSO); sc-machine, tso-machine (interleavings
 * without and with store buffers, no axioms: they judge the judge); rc11; and
 * c11 and c20, which differ from rc11 in release sequences as C11 (5.1.2.4p10)
 * and C++20 do. In the last three no cycle of program order and reads-from.
 * And lb, load buffering: as rc11, but such a cycle is forbidden only if each
 * step in it is a dependency (a value that was read goes into one that is
 * stored, into the choice to store at all, or, in a read-modify-write, is what
 * the store follows); all executions are guessed and then judged, in another
 * way than above. It takes no locks and no await.
 *
 * A program has a line for each thread; # begins a comment:
 *     init: x=1
 *     P0: W x 1 rlx; F sc; R y acq r0; W z r0+1 rel
 *     P1: add x 1 ar r0; xchg x 5 sc r1; cas x 0 1 rlx r2
 *     P2: await y 1 acq; lock m; unlock m; if r0 1; ifnot r0 1
 * add, xchg and cas leave the value they read in their register; await and
 * lock wait; after if and ifnot the thread ends unless r0 is, is not, 1.
 * Orders: na rlx acq rel ar sc. Outcomes: registers and last values; `stuck`
 * if a wait can't end; `race` if accesses of which one is na aren't ordered.
 */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { THREADS = 8, OPS = 12, REGS = 8, LOCS = 8, EVENTS = 64, TEXT = 4096 };
enum kind { READ, WRITE, AWAIT, ADD, XCHG, CAS, FENCE, LOCK, UNLOCK, IF, IFNOT };
enum order { NA, RLX, ACQ, REL, AR, SC };

struct op {
    enum kind kind;
    enum order order;
    int loc, reg, expected; /* reg: where the value read goes, or -1 */
    int value, from;        /* what is written: value, plus register from */
};
static struct op ops[THREADS][OPS];
static int op_count[THREADS], threads, locs, first[LOCS];
static char names[LOCS][16];
static bool is_mutex[LOCS], is_plain[LOCS], is_atomic[LOCS];
static bool has_reg[THREADS][REGS];

static _Noreturn void stop(const char *what, const char *where)
{
    fprintf(stderr, "explore-litmus: %s: %s\n", what, where);
    exit(2);
}

/* ---- sets of texts: what has been seen, and the outcomes */

struct set {
    char **slots;
    size_t size, used;
};

static bool add_text(struct set *set, const char *text)
{
    size_t i = 14695981039346656037u;

    if (set->used * 2 >= set->size) {
        struct set larger = { NULL, set->size ? set->size * 2 : 1024, 0 };
        larger.slots = calloc(larger.size, sizeof(char *));
        for (size_t k = 0; k < set->size; k++)
            if (set->slots[k]) {
                add_text(&larger, set->slots[k]);
                free(set->slots[k]);
            }
        free(set->slots);
        *set = larger;
    }
    for (const char *c = text; *c; c++)
        i = (i ^ (unsigned char)*c) * 1099511628211u;
    for (i %= set->size; set->slots[i]; i = (i + 1) % set->size)
        if (strcmp(set->slots[i], text) == 0)
            return false;
    set->slots[i] = strdup(text);
    set->used++;
    return true;
}

static void empty(struct set *set)
{
    for (size_t k = 0; k < set->size; k++)
        free(set->slots[k]);
    free(set->slots);
    *set = (struct set){ NULL, 0, 0 };
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The texts move to the front, in their order. */
static void sort(struct set *set)
{
    size_t k = 0;

    for (size_t i = 0; i < set->size; i++)
        if (set->slots[i]) {
            char *text = set->slots[i];
            set->slots[i] = NULL;
            set->slots[k++] = text;
        }
    if (k)
        qsort(set->slots, k, sizeof(char *), by_text);
}

static struct set seen, outcomes;

/* ---- reading a program */

static int loc_of(const char *name)
{
    for (int i = 0; i < locs; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    if (locs == LOCS || !isalpha((unsigned char)name[0]) || strlen(name) > 15)
        stop("too many locations, or no name", name);
    strcpy(names[locs], name);
    return locs++;
}

static int reg_of(int thread, const char *name)
{
    int reg;

    if (sscanf(name, "r%d", &reg) != 1 || reg < 0 || reg >= REGS)
        stop("no register", name);
    has_reg[thread][reg] = true;
    return reg;
}

static enum order order_of(const char *name)
{
    static const char *const orders[] = { "na", "rlx", "acq", "rel", "ar", "sc" };

    for (int i = 0; i < 6; i++)
        if (strcmp(orders[i], name) == 0)
            return (enum order)i;
    stop("no memory order", name);
}

static void read_op(int t, const char *text)
{
    static const struct {
        const char *word;
        enum kind kind;
        const char *rest; /* location, value, expected, order, register */
    } forms[] = {
        { "R", READ, "lor" }, { "W", WRITE, "lvo" }, { "await", AWAIT, "leo" },
        { "add", ADD, "lvor" }, { "xchg", XCHG, "lvor" },
        { "cas", CAS, "levor" }, { "F", FENCE, "o" }, { "lock", LOCK, "l" },
        { "unlock", UNLOCK, "l" }, { "if", IF, "re" }, { "ifnot", IFNOT, "re" },
    };
    struct op op = { .order = SC, .loc = -1, .reg = -1, .from = -1 };
    char word[8][16];
    int n = sscanf(text, "%15s %15s %15s %15s %15s %15s", word[0], word[1],
                   word[2], word[3], word[4], word[5]);
    size_t f = 0;

    if (n <= 0)
        return;
    while (f < sizeof forms / sizeof *forms && strcmp(forms[f].word, word[0]))
        f++;
    if (f == sizeof forms / sizeof *forms ||
        n != 1 + (int)strlen(forms[f].rest) || op_count[t] == OPS)
        stop("not understood, or too much", text);
    op.kind = forms[f].kind;
    for (int i = 1; i < n; i++) {
        const char *w = word[i];
        switch (forms[f].rest[i - 1]) {
        case 'l': op.loc = loc_of(w); break;
        case 'e': op.expected = atoi(w); break;
        case 'o': op.order = order_of(w); break;
        case 'r': op.reg = reg_of(t, w); break;
        case 'v':
            if (*w == 'r') {
                op.from = reg_of(t, w);
                op.value = strchr(w, '+') ? atoi(strchr(w, '+')) : 0;
            } else {
                op.value = atoi(w);
            }
        }
    }
    if (op.kind == LOCK || op.kind == UNLOCK)
        is_mutex[op.loc] = true;
    else if (op.loc >= 0)
        *(op.order == NA ? &is_plain[op.loc] : &is_atomic[op.loc]) = true;
    if (op.loc >= 0 && is_mutex[op.loc] + is_plain[op.loc] + is_atomic[op.loc] > 1)
        stop("plain, atomic, or a mutex: one of them", text);
    ops[t][op_count[t]++] = op;
}

static void read_program(void)
{
    char line[TEXT];

    while (fgets(line, sizeof line, stdin)) {
        char *colon = strchr(line, ':'), *next;
        line[strcspn(line, "#\n")] = '\0';
        if (line[0] == '\0')
            continue;
        if (!colon)
            stop("no thread and no init", line);
        if (strncmp(line, "init:", 5) == 0) {
            char name[16];
            int value, length;
            for (char *at = colon + 1;
                 sscanf(at, " %15[a-z]=%d%n", name, &value, &length) == 2;
                 at += length)
                first[loc_of(name)] = value;
            continue;
        }
        if (threads == THREADS)
            stop("too many threads", line);
        for (char *at = colon + 1; at; at = next) {
            if ((next = strchr(at, ';')))
                *next++ = '\0';
            read_op(threads, at);
        }
        threads++;
    }
}

/* ---- an execution: events, who reads from whom, modification orders */

struct event {
    int thread, op, loc, rf; /* rf: the event read from; -1: reads nothing */
    bool reads, writes, atomic, acquires, releases, seq_cst, locked;
    int read, written;
};
struct graph {
    int n, pc[THREADS], regs[THREADS][REGS];
    struct event event[EVENTS];
    int written[LOCS], mo[LOCS][EVENTS];
};

/* A relation: bit j of row i is set if i is before j. */
struct relation {
    uint64_t row[EVENTS];
};
#define BIT(i) ((uint64_t)1 << (i))

static struct relation then(const struct relation *a, const struct relation *b,
                            int n)
{
    struct relation both = { { 0 } };

    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (a->row[i] & BIT(j))
                both.row[i] |= b->row[j];
    return both;
}

static struct relation either(struct relation a, const struct relation *b)
{
    for (int i = 0; i < EVENTS; i++)
        a.row[i] |= b->row[i];
    return a;
}

static struct relation closed(struct relation a, int n)
{
    for (int k = 0; k < n; k++)
        for (int i = 0; i < n; i++)
            if (a.row[i] & BIT(k))
                a.row[i] |= a.row[k];
    return a;
}

static struct relation or_same(struct relation a)
{
    for (int i = 0; i < EVENTS; i++)
        a.row[i] |= BIT(i);
    return a;
}

static bool irreflexive(const struct relation *a, int n)
{
    for (int i = 0; i < n; i++)
        if (a->row[i] & BIT(i))
            return false;
    return true;
}

static bool acyclic(struct relation a, int n)
{
    a = closed(a, n);
    return irreflexive(&a, n);
}

struct relations {
    struct relation sb, rf, mo, rb, hb;
};

enum model {
    MODEL_SC, MODEL_TSO, MODEL_RC11, MODEL_C11, MODEL_C20, MODEL_LB
};

static int place(const struct graph *g, int event)
{
    const int *mo = g->mo[g->event[event].loc];
    int k = 0;

    while (mo[k] != event)
        k++;
    return k;
}

/* The release sequence that write s heads, or would head. */
static uint64_t sequence(const struct graph *g, const struct relations *r,
                         int s, enum model model)
{
    const struct event *e = g->event;
    int loc = e[s].loc, at = place(g, s);
    uint64_t in = BIT(s);

    if (model == MODEL_RC11 || model == MODEL_LB) {
        for (int i = 0; i < g->n; i++)
            if ((r->sb.row[s] & BIT(i)) && e[i].writes && e[i].loc == loc)
                in |= BIT(i);
        for (int k = 0; k < g->written[loc]; k++) {
            int i = g->mo[loc][k];
            if (e[i].reads && (in & BIT(e[i].rf)))
                in |= BIT(i);
        }
        return in;
    }
    for (int k = at + 1; k < g->written[loc]; k++) {
        int i = g->mo[loc][k];
        if (!e[i].reads && !(model == MODEL_C11 && e[i].thread == e[s].thread))
            break;
        in |= BIT(i);
    }
    return in;
}

static void relate(const struct graph *g, struct relations *r, enum model model)
{
    const struct event *e = g->event;
    struct relation sw = { { 0 } };
    int n = g->n;

    memset(r, 0, sizeof *r);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if (e[j].thread >= 0 &&
                (e[i].thread < 0 || (e[i].thread == e[j].thread && i < j)))
                r->sb.row[i] |= BIT(j);
    for (int i = 0; i < n; i++)
        if (e[i].reads)
            r->rf.row[e[i].rf] |= BIT(i);
    for (int l = 0; l < locs; l++)
        for (int k = 0; k < g->written[l]; k++)
            for (int m = k + 1; m < g->written[l]; m++)
                r->mo.row[g->mo[l][k]] |= BIT(g->mo[l][m]);
    for (int i = 0; i < n; i++)
        if (e[i].reads)
            r->rb.row[i] = r->mo.row[e[i].rf] & ~BIT(i);
    for (int a = 0; a < n; a++) { /* a releases, through write s, ... */
        if (!e[a].releases)
            continue;
        for (int s = 0; s < n; s++) {
            uint64_t in;
            if (!e[s].writes || !e[s].atomic ||
                (s != a && !(e[a].loc < 0 && (r->sb.row[a] & BIT(s)))))
                continue;
            in = sequence(g, r, s, model);
            for (int q = 0; q < n; q++) { /* ... to read q, or a fence later */
                if (!e[q].reads || !e[q].atomic || !(in & BIT(e[q].rf)))
                    continue;
                if (e[q].acquires)
                    sw.row[a] |= BIT(q);
                for (int f = 0; f < n; f++)
                    if (e[f].loc < 0 && e[f].acquires &&
                        (r->sb.row[q] & BIT(f)))
                        sw.row[a] |= BIT(f);
            }
        }
    }
    r->hb = closed(either(r->sb, &sw), n);
}

static bool one_per_location(const struct graph *g, const struct relations *r)
{
    struct relation all = either(either(r->rf, &r->mo), &r->rb);

    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < g->n; j++)
            if ((r->sb.row[i] & BIT(j)) && g->event[i].loc >= 0 &&
                g->event[i].loc == g->event[j].loc)
                all.row[i] |= BIT(j);
    return acyclic(all, g->n);
}

/* x86: a later read may overtake a write that nothing fences. */
static bool tso(const struct graph *g, const struct relations *r)
{
    const struct event *e = g->event;
    struct relation order = either(r->mo, &r->rb);

    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < g->n; j++) {
            bool fence = e[i].loc < 0 || e[j].loc < 0;
            bool full = e[i].locked || e[j].locked ||
                        (e[i].seq_cst && e[i].writes) ||
                        (e[i].loc < 0 && e[i].seq_cst) ||
                        (e[j].loc < 0 && e[j].seq_cst);
            if ((r->sb.row[i] & BIT(j)) && e[i].thread >= 0 &&
                (full || (!fence && (e[i].reads || e[j].writes))))
                order.row[i] |= BIT(j);
            if ((r->rf.row[i] & BIT(j)) && e[i].thread != e[j].thread)
                order.row[i] |= BIT(j);
        }
    return one_per_location(g, r) && acyclic(order, g->n);
}

/* The axioms of RC11 (Lahav, Vafeiadis, Kang, Hur, Dreyer: PLDI 2017). */
static bool rc11(const struct graph *g, const struct relations *r)
{
    const struct event *e = g->event;
    int n = g->n;
    struct relation eco = closed(either(either(r->rf, &r->mo), &r->rb), n);
    struct relation eco_or = or_same(eco), hb_or = or_same(r->hb), t;
    struct relation far = { { 0 } }, scb, left = { { 0 } }, right = { { 0 } };
    struct relation fences, psc;

    t = then(&r->hb, &eco_or, n);
    if (!irreflexive(&t, n))
        return false;
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if ((r->sb.row[i] & BIT(j)) &&
                (e[i].loc != e[j].loc || e[i].loc < 0))
                far.row[i] |= BIT(j);
    t = then(&far, &r->hb, n);
    t = then(&t, &far, n);
    scb = either(either(either(r->sb, &t), &r->mo), &r->rb);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if ((r->hb.row[i] & BIT(j)) && e[i].loc >= 0 &&
                e[i].loc == e[j].loc)
                scb.row[i] |= BIT(j);
    for (int i = 0; i < n; i++) {
        if (!e[i].seq_cst)
            continue;
        left.row[i] = e[i].loc < 0 ? hb_or.row[i] : BIT(i);
        right.row[i] |= BIT(i);
        if (e[i].loc < 0)
            for (int j = 0; j < n; j++)
                if (r->hb.row[j] & BIT(i))
                    right.row[j] |= BIT(i);
    }
    t = then(&left, &scb, n);
    psc = then(&t, &right, n);
    t = then(&r->hb, &eco, n);
    t = then(&t, &r->hb, n);
    fences = either(r->hb, &t);
    for (int i = 0; i < n; i++)
        for (int j = 0; j < n; j++)
            if ((fences.row[i] & BIT(j)) && e[i].loc < 0 && e[j].loc < 0 &&
                e[i].seq_cst && e[j].seq_cst)
                psc.row[i] |= BIT(j);
    return acyclic(psc, n);
}

static bool consistent(const struct graph *g, enum model model)
{
    struct relations r;

    for (int i = 0; i < g->n; i++) /* a write of an rmw follows what it read */
        if (g->event[i].reads && g->event[i].writes &&
            place(g, i) != place(g, g->event[i].rf) + 1)
            return false;
    relate(g, &r, model);
    switch (model) {
    case MODEL_SC:
        return acyclic(either(either(either(r.sb, &r.rf), &r.mo), &r.rb), g->n);
    case MODEL_TSO:
        return tso(g, &r);
    default:
        return rc11(g, &r);
    }
}

static bool races(const struct graph *g, enum model model)
{
    const struct event *e = g->event;
    struct relations r;

    relate(g, &r, model == MODEL_SC ? MODEL_C11 : model);
    for (int i = 0; i < g->n; i++)
        for (int j = 0; j < i; j++)
            if (e[i].loc >= 0 && e[i].loc == e[j].loc &&
                (e[i].writes || e[j].writes) && !(e[i].atomic && e[j].atomic) &&
                !((r.hb.row[i] & BIT(j)) || (r.hb.row[j] & BIT(i))))
                return true;
    return false;
}

/* ---- all executions: add what some thread does next, in every way */

static char *say(char *at, const char *text, int number)
{
    return at + sprintf(at, text, number);
}

static void tell(int regs[][REGS], const int *memory)
{
    char text[TEXT], *at = text;

    for (int t = 0; t < threads; t++)
        for (int i = 0; i < REGS; i++)
            if (has_reg[t][i]) {
                at = say(at, "%d:", t);
                at = say(at, "r%d=", i);
                at = say(at, "%d ", regs[t][i]);
            }
    for (int l = 0; l < locs; l++)
        if (!is_mutex[l])
            at += sprintf(at, "%s=%d ", names[l], memory[l]);
    if (at > text)
        at--;
    *at = '\0';
    add_text(&outcomes, text);
}

/* What decides without touching memory is done at once. */
static void decide(int t, int *pc, const int *regs)
{
    while (*pc < op_count[t]) {
        const struct op *op = &ops[t][*pc];
        if (op->kind == IF)
            *pc = regs[op->reg] == op->expected ? *pc + 1 : op_count[t];
        else if (op->kind == IFNOT)
            *pc = regs[op->reg] != op->expected ? *pc + 1 : op_count[t];
        else
            return;
    }
}

static bool new_graph(const struct graph *g)
{
    char key[TEXT], *at = key;
    int ids[THREADS][OPS];

    for (int i = 0; i < g->n; i++)
        if (g->event[i].thread >= 0)
            ids[g->event[i].thread][g->event[i].op] = i;
    for (int t = 0; t < threads; t++) {
        at = say(at, "/%d:", g->pc[t]);
        for (int k = 0; k < g->pc[t] && k < op_count[t]; k++) {
            const struct event *e;
            if (ops[t][k].kind == IF || ops[t][k].kind == IFNOT) {
                bool on = g->regs[t][ops[t][k].reg] == ops[t][k].expected;
                if (on != (ops[t][k].kind == IF))
                    break;
                continue;
            }
            e = &g->event[ids[t][k]];
            if (e->reads) {
                at = say(at, "r%d.", g->event[e->rf].thread);
                at = say(at, "%d,", g->event[e->rf].op);
            }
            if (e->writes)
                at = say(at, "w%d,", place(g, ids[t][k]));
        }
    }
    return add_text(&seen, key);
}

static long executions;
static void extend(const struct graph *g, enum model model);

static bool try(const struct graph *old, int t, struct event e, int at,
                enum model model)
{
    struct graph g = *old;
    const struct op *op = &ops[t][e.op];
    int id = g.n++;

    if (g.n > EVENTS)
        stop("too many events", "");
    g.event[id] = e;
    if (e.writes) {
        for (int k = g.written[e.loc]++; k > at; k--)
            g.mo[e.loc][k] = g.mo[e.loc][k - 1];
        g.mo[e.loc][at] = id;
    }
    if (op->kind != LOCK && op->kind != AWAIT && op->reg >= 0)
        g.regs[t][op->reg] = e.read;
    g.pc[t]++;
    decide(t, &g.pc[t], g.regs[t]);
    if (!consistent(&g, model))
        return false;
    if (new_graph(&g))
        extend(&g, model);
    return true;
}

static bool step(const struct graph *g, int t, enum model model)
{
    const struct op *op = &ops[t][g->pc[t]];
    struct event e = { .thread = t, .op = g->pc[t], .loc = op->loc, .rf = -1,
                       .atomic = op->order != NA };
    int value = op->value + (op->from >= 0 ? g->regs[t][op->from] : 0);
    bool done = false;

    e.seq_cst = op->order == SC && op->kind != LOCK && op->kind != UNLOCK;
    if (op->kind == FENCE) {
        e.acquires = op->order != REL && op->order != RLX;
        e.releases = op->order != ACQ && op->order != RLX;
        return try(g, t, e, 0, model);
    }
    if (op->kind == WRITE || op->kind == UNLOCK) {
        e.writes = true;
        e.releases = op->order >= REL;
        e.written = value;
        for (int k = 1; k <= g->written[op->loc]; k++)
            done |= try(g, t, e, k, model);
        return done;
    }
    e.reads = true;
    e.acquires = op->order == ACQ || op->order >= AR;
    e.locked = op->kind != READ && op->kind != AWAIT;
    for (int k = 0; k < g->written[op->loc]; k++) {
        e.rf = g->mo[op->loc][k];
        e.read = g->event[e.rf].written;
        if ((op->kind == AWAIT && e.read != op->expected) ||
            (op->kind == LOCK && e.read != 0))
            continue;
        e.writes = op->kind == ADD || op->kind == XCHG || op->kind == LOCK ||
                   (op->kind == CAS && e.read == op->expected);
        e.written = op->kind == ADD    ? e.read + value
                    : op->kind == LOCK ? 1
                                       : value;
        e.releases = e.writes && op->kind != LOCK && op->order >= REL;
        done |= try(g, t, e, k + 1, model);
    }
    return done;
}

static void extend(const struct graph *g, enum model model)
{
    bool moved = false, ended = true;
    int regs[THREADS][REGS], memory[LOCS];

    for (int t = 0; t < threads; t++)
        if (g->pc[t] < op_count[t]) {
            ended = false;
            moved |= step(g, t, model);
        }
    if (moved)
        return;
    executions++;
    if (races(g, model))
        add_text(&outcomes, "race");
    if (!ended) {
        add_text(&outcomes, "stuck");
        return;
    }
    memcpy(regs, g->regs, sizeof regs);
    for (int l = 0; l < locs; l++)
        memory[l] = g->event[g->mo[l][g->written[l] - 1]].written;
    tell(regs, memory);
}

static void by_axioms(enum model model)
{
    struct graph g = { 0 };

    for (int l = 0; l < locs; l++) {
        g.event[l] = (struct event){ .thread = -1, .op = l, .loc = l, .rf = -1,
                                     .writes = true, .written = first[l] };
        g.mo[l][g.written[l]++] = l;
    }
    g.n = locs;
    for (int t = 0; t < threads; t++)
        decide(t, &g.pc[t], g.regs[t]);
    extend(&g, model);
}

/* ---- the same without axioms: a machine, with store buffers or without */

struct machine {
    int pc[THREADS], regs[THREADS][REGS], memory[LOCS];
    int waiting[THREADS], loc[THREADS][OPS], value[THREADS][OPS];
};

static void run(const struct machine *old, bool buffers);

static void drain(struct machine *m, int t)
{
    m->memory[m->loc[t][0]] = m->value[t][0];
    m->waiting[t]--;
    for (int k = 0; k < m->waiting[t]; k++) {
        m->loc[t][k] = m->loc[t][k + 1];
        m->value[t][k] = m->value[t][k + 1];
    }
}

static bool do_next(const struct machine *old, int t, bool buffers)
{
    struct machine m = *old;
    const struct op *op = &ops[t][m.pc[t]];
    int value = op->value + (op->from >= 0 ? m.regs[t][op->from] : 0), seen_here;

    if (op->kind == WRITE || op->kind == UNLOCK) {
        m.loc[t][m.waiting[t]] = op->loc;
        m.value[t][m.waiting[t]++] = value;
        if (!buffers || (op->order == SC && op->kind == WRITE))
            while (m.waiting[t])
                drain(&m, t);
    } else if (op->kind == FENCE) {
        while (op->order == SC && m.waiting[t])
            drain(&m, t);
    } else {
        bool locked = op->kind != READ && op->kind != AWAIT;
        while (locked && m.waiting[t])
            drain(&m, t);
        seen_here = m.memory[op->loc];
        for (int k = 0; k < m.waiting[t]; k++)
            if (m.loc[t][k] == op->loc)
                seen_here = m.value[t][k];
        if ((op->kind == AWAIT && seen_here != op->expected) ||
            (op->kind == LOCK && seen_here != 0))
            return false;
        if (op->kind == ADD)
            m.memory[op->loc] += value;
        else if (op->kind == LOCK)
            m.memory[op->loc] = 1;
        else if (op->kind == XCHG ||
                 (op->kind == CAS && seen_here == op->expected))
            m.memory[op->loc] = value;
        if (op->kind != LOCK && op->kind != AWAIT)
            m.regs[t][op->reg] = seen_here;
    }
    m.pc[t]++;
    decide(t, &m.pc[t], m.regs[t]);
    run(&m, buffers);
    return true;
}

static void run(const struct machine *old, bool buffers)
{
    struct machine m = *old;
    char key[TEXT], *at = key;
    bool moved = false, ended = true;

    for (int t = 0; t < threads; t++) {
        at = say(at, "/%d:", m.pc[t]);
        for (int i = 0; i < REGS; i++)
            at = say(at, "%d,", m.regs[t][i]);
        for (int k = 0; k < m.waiting[t]; k++) {
            at = say(at, "w%d", m.loc[t][k]);
            at = say(at, "=%d,", m.value[t][k]);
        }
    }
    for (int l = 0; l < locs; l++)
        at = say(at, ".%d", m.memory[l]);
    if (!add_text(&seen, key))
        return;
    for (int t = 0; t < threads; t++) {
        if (m.pc[t] < op_count[t]) {
            ended = false;
            moved |= do_next(&m, t, buffers);
        }
        if (m.waiting[t]) {
            struct machine later = m;
            ended = false;
            moved = true;
            drain(&later, t);
            run(&later, buffers);
        }
    }
    if (ended)
        tell(m.regs, m.memory);
    else if (!moved)
        add_text(&outcomes, "stuck");
}

static void by_machine(bool buffers)
{
    struct machine m = { 0 };

    memcpy(m.memory, first, sizeof m.memory);
    for (int t = 0; t < threads; t++)
        decide(t, &m.pc[t], m.regs[t]);
    run(&m, buffers);
}

/* ---- load buffering: guess who reads from whom, and what follows from it */

static struct graph guess;
static bool fails[EVENTS];      /* a cas, as guessed */
static int id_of[THREADS][OPS]; /* the event of an operation, or 0 */

/* The event whose value is in a register before operation k, or 0. */
static int source_of(int t, int k, int reg)
{
    while (--k >= 0)
        if (id_of[t][k] && guess.event[id_of[t][k]].reads && ops[t][k].reg == reg)
            return id_of[t][k];
    return 0;
}

/* What is added to what event i stores, which is in a register. */
static int added_to(int i)
{
    const struct event *e = &guess.event[i];
    const struct op *op = &ops[e->thread][e->op];

    return op->from >= 0 ? source_of(e->thread, e->op, op->from) : 0;
}

/* Whether what event i stores can be known: all that it depends on is. */
static bool is_ready(int i, const bool *read)
{
    const struct event *e = &guess.event[i];
    int from = added_to(i);

    if ((e->reads && !read[i]) || (from && !read[from]))
        return false;
    for (int k = 0; k < e->op; k++) {
        const struct op *op = &ops[e->thread][k];
        int decides = op->kind == IF || op->kind == IFNOT
                          ? source_of(e->thread, k, op->reg) : 0;
        if (decides && !read[decides])
            return false;
    }
    return true;
}

/* The values, one after the other; false if they need each other. */
static bool find_values(void)
{
    bool read[EVENTS] = { false }, written[EVENTS] = { false }, more = true;

    for (int i = 0; i < locs; i++)
        written[i] = true;
    while (more) {
        more = false;
        for (int i = locs; i < guess.n; i++) {
            struct event *e = &guess.event[i];
            const struct op *op = &ops[e->thread][e->op];
            if (e->reads && !read[i] && written[e->rf]) {
                e->read = guess.event[e->rf].written;
                more = read[i] = true;
            }
            if (e->writes && !written[i] && is_ready(i, read)) {
                int from = added_to(i);
                e->written = op->value + (from ? guess.event[from].read : 0) +
                             (op->kind == ADD ? e->read : 0);
                more = written[i] = true;
            }
        }
    }
    for (int i = locs; i < guess.n; i++)
        if ((guess.event[i].reads && !read[i]) ||
            (guess.event[i].writes && !written[i]))
            return false;
    return true;
}

/* Whether each cas and each condition comes out as it was guessed. */
static bool comes_true(void)
{
    for (int i = locs; i < guess.n; i++) {
        const struct event *e = &guess.event[i];
        const struct op *op = &ops[e->thread][e->op];
        if (op->kind == CAS && (e->read == op->expected) == fails[i])
            return false;
    }
    memset(guess.regs, 0, sizeof guess.regs);
    for (int t = 0; t < threads; t++)
        for (int k = 0; k < op_count[t] && k <= guess.pc[t]; k++) {
            const struct op *op = &ops[t][k];
            if (op->kind == IF || op->kind == IFNOT) {
                bool on = (guess.regs[t][op->reg] == op->expected) ==
                          (op->kind == IF);
                if (on == (k == guess.pc[t]))
                    return false;
            } else if (k < guess.pc[t] && op->reg >= 0) {
                guess.regs[t][op->reg] = guess.event[id_of[t][k]].read;
            }
        }
    return true;
}

static void guess_orders(int loc, int from)
{
    int *mo = guess.mo[loc], memory[LOCS];

    if (loc == locs) {
        if (!consistent(&guess, MODEL_LB))
            return;
        executions++;
        if (races(&guess, MODEL_LB))
            add_text(&outcomes, "race");
        for (int l = 0; l < locs; l++)
            memory[l] = guess.event[guess.mo[l][guess.written[l] - 1]].written;
        tell(guess.regs, memory);
        return;
    }
    if (from == guess.written[loc]) {
        guess_orders(loc + 1, 1);
        return;
    }
    for (int k = from; k < guess.written[loc]; k++) {
        int kept = mo[k];
        mo[k] = mo[from];
        mo[from] = kept;
        guess_orders(loc, from + 1);
        mo[from] = mo[k];
        mo[k] = kept;
    }
}

static void guess_sources(int i)
{
    struct event *e = &guess.event[i];

    if (i == guess.n) {
        if (find_values() && comes_true())
            guess_orders(0, 1);
        return;
    }
    if (!e->reads) {
        guess_sources(i + 1);
        return;
    }
    for (int k = 0; k < guess.written[e->loc]; k++) {
        e->rf = guess.mo[e->loc][k];
        if (e->rf != i)
            guess_sources(i + 1);
    }
}

/* The events of thread t from operation k on: all, or up to a condition. */
static void guess_events(int t, int k)
{
    const struct op *op = &ops[t][k];
    struct event e = { .thread = t, .op = k, .loc = op->loc, .rf = -1 };
    int n = guess.n;

    if (t == threads) {
        guess_sources(locs);
        return;
    }
    guess.pc[t] = k;
    if (k == op_count[t]) {
        guess_events(t + 1, 0);
        guess.pc[t] = k;
        return;
    }
    id_of[t][k] = 0;
    if (op->kind == IF || op->kind == IFNOT) {
        guess_events(t + 1, 0);
        guess_events(t, k + 1);
        return;
    }
    if (op->kind == AWAIT || op->kind == LOCK || op->kind == UNLOCK)
        stop("lb takes no locks and no await", "");
    if (n == EVENTS)
        stop("too many events", "");
    e.atomic = op->order != NA;
    e.reads = op->kind != WRITE && op->kind != FENCE;
    e.seq_cst = op->order == SC;
    e.acquires = op->kind != WRITE && (op->order == ACQ || op->order >= AR);
    for (int failed = 0; failed <= (op->kind == CAS); failed++) {
        e.writes = op->kind != READ && op->kind != FENCE && !failed;
        e.releases = op->order >= REL && (e.writes || op->kind == FENCE);
        fails[n] = failed;
        guess.event[n] = e;
        guess.n = n + 1;
        id_of[t][k] = n;
        if (e.writes)
            guess.mo[e.loc][guess.written[e.loc]++] = n;
        guess_events(t, k + 1);
        if (e.writes)
            guess.written[e.loc]--;
        guess.n = n;
    }
    id_of[t][k] = 0;
}

static void by_guesses(void)
{
    memset(&guess, 0, sizeof guess);
    for (int l = 0; l < locs; l++) {
        guess.event[l] = (struct event){ .thread = -1, .op = l, .loc = l,
                                         .rf = -1, .writes = true,
                                         .written = first[l] };
        guess.mo[l][guess.written[l]++] = l;
    }
    guess.n = locs;
    guess_events(0, 0);
}

static bool find_outcomes(const char *model)
{
    static const char *const axioms[] = { "sc", "tso", "rc11", "c11", "c20" };

    empty(&seen);
    empty(&outcomes);
    executions = 0;
    if (strcmp(model, "sc-machine") == 0 || strcmp(model, "tso-machine") == 0) {
        by_machine(model[0] == 't');
        sort(&outcomes);
        return true;
    }
    if (strcmp(model, "lb") == 0) {
        by_guesses();
        sort(&outcomes);
        return true;
    }
    for (int i = 0; i < 5; i++)
        if (strcmp(axioms[i], model) == 0) {
            by_axioms((enum model)i);
            sort(&outcomes);
            return true;
        }
    return false;
}

/* ---- the program as C, for the interleaver */

static void print_condition(const char *outcome)
{
    int thread, reg, value, length;
    char name[16];
    const char *and = "";

    printf("(");
    for (; *outcome; outcome += length, and = " && ") {
        if (sscanf(outcome, " %d:r%d=%d%n", &thread, &reg, &value, &length) == 3)
            printf("%st%d_r%d == %d", and, thread, reg, value);
        else if (sscanf(outcome, " %15[a-z]=%d%n", name, &value, &length) == 2)
            printf("%s%s == %d", and, name, value);
        else
            stop("no outcome", outcome);
    }
    printf(")");
}

static void print_op(int t, const struct op *op)
{
    static const char *const orders[] = { "", "relaxed", "acquire", "release",
                                          "acq_rel", "seq_cst" };
    static const char *const failures[] = { "", "relaxed", "acquire", "relaxed",
                                            "acquire", "seq_cst" };
    const char *name = op->loc >= 0 ? names[op->loc] : "";
    const char *order = orders[op->order];
    char value[40];

    if (op->from >= 0)
        snprintf(value, sizeof value, "t%d_r%d + %d", t, op->from, op->value);
    else
        snprintf(value, sizeof value, "%d", op->value);
    printf("    ");
    switch (op->kind) {
    case READ:
        printf("t%d_r%d = ", t, op->reg);
        if (op->order == NA)
            printf("%s;\n", name);
        else
            printf("atomic_load_explicit(&%s, memory_order_%s);\n", name, order);
        break;
    case WRITE:
        if (op->order == NA)
            printf("%s = %s;\n", name, value);
        else
            printf("atomic_store_explicit(&%s, %s, memory_order_%s);\n", name,
                   value, order);
        break;
    case AWAIT:
        printf("while (atomic_load_explicit(&%s, memory_order_%s) != %d)\n"
               "        ;\n", name, order, op->expected);
        break;
    case ADD:
        printf("t%d_r%d = atomic_fetch_add_explicit(&%s, %s, memory_order_%s);\n",
               t, op->reg, name, value, order);
        break;
    case XCHG:
        printf("t%d_r%d = atomic_exchange_explicit(&%s, %s, memory_order_%s);\n",
               t, op->reg, name, value, order);
        break;
    case CAS:
        printf("t%d_r%d = %d;\n    atomic_compare_exchange_strong_explicit(&%s, "
               "&t%d_r%d, %s, memory_order_%s, memory_order_%s);\n", t, op->reg,
               op->expected, name, t, op->reg, value, order,
               failures[op->order]);
        break;
    case FENCE:
        printf("atomic_thread_fence(memory_order_%s);\n", order);
        break;
    case LOCK:
        printf("pthread_mutex_lock(&%s);\n", name);
        break;
    case UNLOCK:
        printf("pthread_mutex_unlock(&%s);\n", name);
        break;
    case IF:
    case IFNOT:
        printf("if (t%d_r%d %s %d)\n        return NULL;\n", t, op->reg,
               op->kind == IF ? "!=" : "==", op->expected);
    }
}

static void print_program(void)
{
    printf("#include <pthread.h>\n#include <stdatomic.h>\n#include <stddef.h>\n\n");
    for (int l = 0; l < locs; l++)
        if (is_mutex[l])
            printf("static pthread_mutex_t %s = PTHREAD_MUTEX_INITIALIZER;\n",
                   names[l]);
        else
            printf("static %s %s = %d;\n", is_plain[l] ? "int" : "atomic_int",
                   names[l], first[l]);
    for (int t = 0; t < threads; t++)
        for (int i = 0; i < REGS; i++)
            if (has_reg[t][i])
                printf("static int t%d_r%d;\n", t, i);
    for (int t = 0; t < threads; t++) {
        printf("\nstatic void *p%d(void *unused)\n{\n    (void)unused;\n", t);
        for (int k = 0; k < op_count[t]; k++)
            print_op(t, &ops[t][k]);
        printf("    return NULL;\n}\n");
    }
    printf("\nint main(void)\n{\n    pthread_t thread[%d];\n\n", threads);
    for (int t = 0; t < threads; t++)
        printf("    pthread_create(&thread[%d], NULL, p%d, NULL);\n", t, t);
    for (int t = 0; t < threads; t++)
        printf("    pthread_join(thread[%d], NULL);\n", t);
    printf("    return ");
}

/* As numbers: see explore-litmus-run.c. */
static void print_numbers(void)
{
    printf("%d %d", threads, locs);
    for (int l = 0; l < locs; l++) {
        printf(" %d %d", names[l][0], first[l]);
        if (strlen(names[l]) != 1)
            stop("names have one letter", names[l]);
    }
    for (int t = 0; t < threads; t++) {
        printf(" %d", op_count[t]);
        for (int k = 0; k < op_count[t]; k++) {
            const struct op *op = &ops[t][k];
            if (op->order == NA || op->kind == LOCK || op->kind == UNLOCK)
                stop("plain accesses and locks", "not as numbers");
            printf(" %d %d %d %d %d %d %d", (int)op->kind, (int)op->order,
                   op->loc, op->reg, op->expected, op->value, op->from);
        }
    }
    printf("\n");
}

/* ---- a program made up by dice */

static uint64_t dice_state;

static int dice(int sides)
{
    dice_state ^= dice_state << 13;
    dice_state ^= dice_state >> 7;
    dice_state ^= dice_state << 17;
    return (int)(dice_state % (uint64_t)sides);
}

static void make_up(unsigned seed)
{
    static const char *const loads[] = { "rlx", "rlx", "acq", "sc" };
    static const char *const stores[] = { "rlx", "rlx", "rel", "sc" };
    static const char *const all[] = { "rlx", "acq", "rel", "ar", "sc" };
    static const char *const fences[] = { "acq", "rel", "ar", "sc" };
    int number = 2 + (seed % 3 == 0), value[3] = { 0 }, variables;

    dice_state = seed * 2654435761u + 88172645463325252u;
    for (int i = 0; i < 20; i++)
        dice(2);
    variables = 1 + (dice(6) > 0) + (dice(5) == 0);
    for (int t = 0; t < number; t++) {
        int length = 2 + dice(2) + (number == 2 && dice(2)), reg = 0;
        int loc = dice(variables);
        printf("P%d: ", t);
        for (int k = 0; k < length; k++) {
            int what = dice(20);
            char x;
            if (dice(4)) /* mostly another one than before */
                loc = (loc + 1) % variables;
            x = (char)('x' + loc);
            if (k)
                printf("; ");
            if (what < 8)
                printf("R %c %s r%d", x, loads[dice(4)], reg++);
            else if (what < 15)
                printf("W %c %d %s", x, ++value[loc], stores[dice(4)]);
            else if (what == 15)
                printf("add %c 10 %s r%d", x, all[dice(5)], reg++);
            else if (what == 16)
                printf("xchg %c %d %s r%d", x, ++value[loc], all[dice(5)], reg++);
            else if (what == 17)
                printf("cas %c %d %d %s r%d", x, value[loc] ? dice(value[loc]) : 0,
                       value[loc] + 1, all[dice(5)], reg++),
                    value[loc]++;
            else
                printf("F %s", fences[dice(4)]);
        }
        printf("\n");
    }
}

/* Loads with stores behind them, which may depend on what was loaded. */
static void make_up_buffering(unsigned seed)
{
    static const char *const loads[] = { "rlx", "rlx", "rlx", "rlx", "acq", "sc" };
    static const char *const stores[] = { "rlx", "rlx", "rlx", "rlx", "rel", "sc" };
    static const char *const fences[] = { "acq", "rel", "ar", "sc" };
    int number = 2 + (seed % 2 == 0), variables = 2 + (seed % 3 == 0);

    dice_state = seed * 2246822519u + 88172645463325252u;
    for (int i = 0; i < 20; i++)
        dice(2);
    for (int t = 0; t < number; t++) {
        int length = 2 + dice(2) + (number == 2 && dice(3)), reg = 0;
        int loc = t % variables;
        printf("P%d: ", t);
        for (int k = 0; k < length; k++) {
            int what = k == 0 ? 0 : dice(20);
            char x = (char)('x' + loc);
            if (k)
                printf("; ");
            if (what < 5)
                printf("R %c %s r%d", x, loads[dice(6)], reg++);
            else if (what < 11)
                printf("W %c %d %s", x, 1 + dice(2), stores[dice(6)]);
            else if (what < 15)
                printf("W %c r%d+%d %s", x, dice(reg), dice(2), stores[dice(6)]);
            else if (what < 17)
                printf("if r%d %d", dice(reg), dice(2));
            else if (what == 17)
                printf("F %s", fences[dice(4)]);
            else if (what == 18)
                printf("add %c 1 %s r%d", x, stores[dice(6)], reg++);
            else
                printf("cas %c %d %d %s r%d", x, dice(2), 1 + dice(2),
                       stores[dice(6)], reg++);
            if (what < 15 && dice(5))
                loc = (loc + 1) % variables;
        }
        printf("\n");
    }
}

int main(int count, char **words)
{
    if (count == 2 && strncmp(words[1], "--buffering=", 12) == 0) {
        make_up_buffering((unsigned)strtoul(words[1] + 12, NULL, 10));
        return 0;
    }
    if (count == 2 && strncmp(words[1], "--random=", 9) == 0) {
        make_up((unsigned)strtoul(words[1] + 9, NULL, 10));
        return 0;
    }
    if (count < 2)
        stop("say a model", "sc tso rc11 c11 c20 lb sc-machine tso-machine");
    read_program();
    if (strcmp(words[1], "--numbers") == 0) {
        print_numbers();
        return 0;
    }
    if (strncmp(words[1], "--c=", 4) == 0) {
        print_program();
        print_condition(words[1] + 4);
        printf(";\n}\n");
        return 0;
    }
    if (strncmp(words[1], "--only=", 7) == 0) {
        if (!find_outcomes(words[1] + 7))
            stop("no model", words[1] + 7);
        print_program();
        printf("!(0");
        for (size_t i = 0; i < outcomes.used; i++)
            if (strchr(outcomes.slots[i], '=')) {
                printf(" ||\n        ");
                print_condition(outcomes.slots[i]);
            }
        printf(");\n}\n");
        return 0;
    }
    for (int i = 1; i < count; i++) {
        if (!find_outcomes(words[i]))
            stop("no model", words[i]);
        printf("%s: %zu outcomes", words[i], outcomes.used);
        if (executions)
            printf(", %ld executions", executions);
        printf("\n");
        for (size_t k = 0; k < outcomes.used; k++)
            printf("  %s\n", outcomes.slots[k]);
    }
    return 0;
}
