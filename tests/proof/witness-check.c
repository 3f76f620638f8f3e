/* What the fixtures are, and what they are not: each row that is right stands before those that are subtly wrong.
   The comment behind a row is what witness.t expects of it: `ok`, `skip: words`, or `not ok: words of the reason`. */
#include "witness.h"

#define LOST VIOLATES("no update is lost", "counter 1, expected 2")
#define KEPT_ALL HOLDS("no update is lost")
#define CYCLE STUCK("main waits for the end of left\nleft waits for mutex b, held by right\n" \
                    "right waits for mutex a, held by left\ncycle: left -> right -> left")

static const struct expectation expected[] = {
    { "violated", LOST },                               /* ok */
    { "holds", LOST },                                  /* not ok: says `claim: no update is lost: holds`, not */
    { "other-evidence", LOST },                         /* not ok: (counter 0, expected 2)`, not */
    { "other-claim", LOST },                            /* not ok: says `claim: the file is there: VIOLATED */
    { "cannot", LOST },                                 /* not ok: could not do its work: fixture.c:7: fd = open(path): ENOENT */
    { "silent", LOST },                                 /* not ok: makes no claim, and ends with exit status 1 */
    { "holds", KEPT_ALL },                              /* ok */
    { "joins-thread", KEPT_ALL },                       /* ok */
    { "violated", KEPT_ALL },                           /* not ok: VIOLATED (counter 1, expected 2)`, not */
    { "contradicts", KEPT_ALL },                        /* not ok: holds`, but ends with exit status 1 */
    { "twice", KEPT_ALL },                              /* not ok: makes its claim more than once */
    { "chatters", KEPT_ALL },                           /* not ok: says something after its claim */
    { "complains", KEPT_ALL },                          /* not ok: complains: something odd */
    { "hidden", KEPT_ALL },                             /* not ok: does not end the line of its claim */
    { "floods", KEPT_ALL },                             /* not ok: says 13400032 bytes */
    { "dies-after", KEPT_ALL },                         /* not ok: dies by SIGSEGV after its claim */
    { "leaves-thread", KEPT_ALL },                      /* not ok: leaves 1 threads, not 0 */
    { "leaves-descriptor", KEPT_ALL },                  /* not ok: leaves 1 descriptors, not 0 */
    { "leaves-child", KEPT_ALL },                       /* not ok: leaves 1 children, not 0 */
    { "leaves-grandchild", KEPT_ALL },                  /* not ok: leaves 1 processes behind, not 0 */
    { "cycle", KEPT_ALL },                              /* not ok: is stuck: */
    { "skips", KEPT_ALL },                              /* skip: needs 1000 CPUs, and may use 2 */
    { "pretends", LOST },                               /* not ok: ends with exit status 77 and does not say why */
    { "pretends", BUSY(50) },                           /* not ok: is not busy for ever, it ended */
    { "says-nul", KEPT_ALL },                           /* not ok: says a NUL byte, after: claim: no update is lost: holds */
    { "first-thread-ends", KEPT_ALL },                  /* ok */
    { "goes-around", KEPT_ALL },                        /* not ok: ends without exit_group, and uncounted */
    { "kills-keeper", KEPT_ALL, .limit_ms = 5000 },     /* not ok: its keeper has died */
    { "claims-and-hangs", CYCLE },                      /* not ok: makes a claim: claim: no update is lost: holds */
    { "talks-to-itself", KEPT_ALL, CALLS("read", 2, 100000000) }, /* ok */
    { "not-there", KEPT_ALL },                          /* not ok: could not be started: exec: ENOENT */
    { "crashes", DIES(SIGSEGV) },                       /* ok */
    { "aborts", DIES(SIGSEGV) },                        /* not ok: dies by SIGABRT */
    { "holds", DIES(SIGSEGV) },                         /* not ok: ends with exit status 0, and not by SIGSEGV */
    { "dies-after", DIES(SIGSEGV) },                    /* not ok: dies by SIGSEGV after its claim */
    { "five-zombies", VIOLATES("every child is waited for", "there are zombies"), LEAVES(ZOMBIES, 5) }, /* ok */
    { "four-zombies", VIOLATES("every child is waited for", "there are zombies"), LEAVES(ZOMBIES, 5) }, /* not ok: leaves 4 zombies, not 5 */
    { "five-zombies", VIOLATES("every child is waited for", "there are zombies") }, /* not ok: leaves 5 zombies, not 0 */
    { "two-mappings", LOST, LEAVES(MAPPINGS, 2) },      /* ok */
    { "no-mapping", LOST, LEAVES(MAPPINGS, 2) },        /* not ok: leaves 0 mappings, not 2 */
    { "leaves-descriptor", KEPT_ALL, LEAVES(DESCRIPTORS, 1) }, /* ok */
    { "leaves-thread", KEPT_ALL, LEAVES(THREADS, 1) },  /* ok */
    { "leaves-child", KEPT_ALL, LEAVES(CHILDREN, 1) },  /* ok */
    { "cycle", CYCLE },                                 /* ok */
    { "relocks", STUCK("main waits for mutex a, held by itself") }, /* ok */
    { "relocks", CYCLE },                               /* not ok: is stuck, but not as expected; not found: main waits for the end of left */
    { "holds", CYCLE },                                 /* not ok: is not stuck, it ended with exit status 0: claim: no update is lost: holds */
    { "naps", CYCLE, .limit_ms = 500 },                 /* not ok: could not be proven stuck: */
    { "spins", CYCLE, .limit_ms = 500 },                /* not ok: could not be proven stuck: */
    { "spins", BUSY(50) },                              /* ok */
    { "naps", BUSY(50), .limit_ms = 500 },              /* not ok: is not busy: it used */
    { "cycle", BUSY(50), .limit_ms = 500 },             /* not ok: is not busy: it used */
    { "holds", BUSY(50) },                              /* not ok: is not busy for ever, it ended: claim: no update is lost: holds */
    { "progresses", BUSY(50), .limit_ms = 1000 },       /* not ok: is not busy: it used */
    { "spins", KEPT_ALL, .limit_ms = 500 },             /* not ok: did not end within 0.5 s and was killed */
    { "family", KEPT_ALL, .limit_ms = 1500 },           /* not ok: did not end within 1.5 s and was killed */
    { "slow", SLOWER_THAN("fast", 2.0), .by = CPU },    /* ok */
    { "fast", SLOWER_THAN("fast", 2.0), .by = CPU },    /* not ok: times fast (with 99.3 % confidence between */
    { "tells-12", SLOWER_THAN("tells-4", 2.9), .by = TOLD }, /* ok */
    { "tells-4", SLOWER_THAN("tells-12", 2.9), .by = TOLD }, /* not ok: is 0.33 times tells-12 */
    { "holds", SLOWER_THAN("not-there", 2.0) },         /* not ok: can't be measured */
    { "reads-100", KEPT_ALL, CALLS("read", 100, 100) }, /* ok */
    { "reads-99", KEPT_ALL, CALLS("read", 100, 100) },  /* not ok: calls read 99 times, not 100 to 100 */
    { "silent", TELLS(1, "") },                         /* ok */
    { "silent", TELLS(0, "") },                         /* not ok: ends with exit status 1, not `` and 0 */
    { "chatters", TELLS(0, "claim: no update is lost: holds\n") }, /* not ok: and so on */
    { "races", REPORTS(TSAN, "WARNING: ThreadSanitizer: data race") }, /* tsan: ok */
    { "races-in-turn", REPORTS(TSAN, "WARNING: ThreadSanitizer: data race") }, /* tsan: not ok: gets no report */
    { "uses-freed", REPORTS(ASAN, "heap-use-after-free") }, /* asan: ok */
    { "uses-nothing", REPORTS(ASAN, "heap-use-after-free") },  /* asan: not ok: gets no report */
    { "races", REPORTS(HELGRIND, "Possible data race") }, /* ok */
    { "races-in-turn", REPORTS(HELGRIND, "Possible data race") }, /* not ok: gets no report */
    { "undumpable", CYCLE, .limit_ms = 2000 },          /* ok */
};

/* Two programs side by side, each listened to while the other is waited for. */
START_TEST(two_programs_at_once)
{
    static struct seen first, second;
    struct running *flood = begin(&(struct how){ .program = "floods" });
    struct running *other = begin(&(struct how){ .program = "violated" });

    end(other, &second);
    end(flood, &first);
    ck_assert_int_eq(second.status, 1);
    ck_assert_int_eq(first.status, 0);
    ck_assert_int_gt(first.told_bytes, 10000000);
}
END_TEST

START_TEST(what_was_there_before)
{
    static struct seen seen;

    witness(&(struct how){ .program = "no-mapping" }, &seen);
    if (seen.uncounted[0] != '\0') {
        skip_test(seen.uncounted);
        return;
    }
    ck_assert_int_eq(seen.moments, 2);
    ck_assert_int_eq(seen.moment[0].of[THREADS], 1);
    ck_assert_int_eq(seen.moment[0].of[DESCRIPTORS], 0);
    ck_assert_int_eq(seen.moment[0].of[CHILDREN], 0);
    ck_assert_int_eq(seen.moment[0].of[ZOMBIES], 0);
    ck_assert_int_gt(seen.moment[0].of[MAPPINGS], 0);
}
END_TEST

/* The median of fifteen values lies between the third and the thirteenth with 99.3 %: 1 - 2 (1 + 15 + 105) / 2^15. */
START_TEST(an_estimate)
{
    double values[15];
    struct estimate e;

    for (int i = 0; i < 15; i++)
        values[i] = (i * 7) % 15;
    e = estimate(values, 15);
    ck_assert_double_eq_tol(e.median, 7, 1e-9);
    ck_assert_double_eq_tol(e.least, 2, 1e-9);
    ck_assert_double_eq_tol(e.most, 12, 1e-9);
    ck_assert_double_eq_tol(e.confidence, 1 - 2 * 121.0 / 32768, 1e-9);
}
END_TEST

SUITE_AND("fixtures", expected, two_programs_at_once, what_was_there_before, an_estimate)
