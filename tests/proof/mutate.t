#!/usr/bin/env bash
# Mutants: that each operator makes what it says and nothing else, and that who misses them is told right.
. "$(dirname "$0")/../press/lib.sh"
mkdir -p "$place/tests" "$place/chapters/0-foundations" "$place/chapters/1-state" && cd "$place" || exit 2
cp -a "$press/tests/mutate" "$press/tests/mutants" "$press/tests/flags" "$press/tests/lib" tests/
export RUNS=2 LIMIT=2

tangled() { NOWEB=${NOWEB:-/usr/lib/noweb} "$press/styles/tangle" chapters/1-state/??-"$1".nw "$1" $vocabulary tangled; }
cat > $vocabulary << 'END'
---
title: The vocabulary
---

<<the headers>>=
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <semaphore.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <threads.h>
#include <linux/futex.h>
#include <unistd.h>
@

<<what every program shares>>=
#define must(call) do { if ((call) != 0) exit(99); } while (0)
static pthread_barrier_t both;
static atomic_int met;
static void bump(atomic_int *what) { atomic_fetch_add(what, 1); }
static void meet(void) { bump(&met); must(pthread_barrier_wait(&both)); }
static int claim(int holds)
{
    printf("claim: it is done: %s\n", holds ? "holds" : "VIOLATED (it is not)");
    return fflush(stdout) != 0 ? 99 : !holds;
}
@
END

# ---- every operator, in a program that only has to compile

every=chapters/1-state/01-every.nw
cat > $every << 'END'
---
title: Every operator
mutations: ["good.c: left(); right() => right(); left()", "good.c: say(\"it\") => "]
---

<<good.c>>=
<<the headers>>
<<what every program shares>>
<<locks>>
<<waits>>
<<atomics>>
<<processes>>
@

<<locks>>=
/* pthread_mutex_lock(&lock) and atomic_int in a comment */
// sem_wait(&items), O_CLOEXEC
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_rwlock_t rwlock;
static mtx_t mtx;
static pthread_once_t first = PTHREAD_ONCE_INIT;
static once_flag second = ONCE_FLAG_INIT;
static _Thread_local int mine;
static volatile sig_atomic_t caught;
static void nothing(void) { }
static void clean(void *unused) { (void)unused; }
static void left(void) { }
static void right(void) { }
static void say(const char *what) { puts(what); }

static void locks(int fd)
{
    pthread_mutexattr_t attr;

    must(pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK));
    must(pthread_mutex_lock(&lock));
    if (pthread_mutex_trylock(&lock) == 0)
        say("pthread_mutex_unlock(&lock); O_EXCL");
    pthread_mutex_unlock(&lock);
    pthread_rwlock_wrlock(&rwlock);
    pthread_rwlock_unlock(&rwlock);
    mtx_lock(&mtx);
    mtx_unlock(&mtx);
    flock(fd, LOCK_EX);
    flock(fd, LOCK_UN);
    fcntl(fd, F_SETLKW, NULL);
    must(pthread_once(&first, nothing));
    call_once(&second, nothing);
    must(pthread_mutex_consistent(&lock));
    pthread_cleanup_push(clean, &lock);
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
    pthread_cleanup_pop(1);
    left(); right();
    say("it");
    mine++;
}
@

<<waits>>=
static pthread_cond_t cond = PTHREAD_COND_INITIALIZER;
static sem_t items;
static _Atomic unsigned word;

static void waits(pthread_t thread)
{
    while (!caught)
        must(pthread_cond_wait(&cond, &lock));
    while (caught < 2) {
        if (caught)
            break;
        sem_wait(&items);
    }
    must(pthread_cond_signal(&cond));
    pthread_cond_broadcast(&cond);
    sem_post(&items);
    while (word == 0)
        syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL);
    syscall(SYS_futex, &word, FUTEX_WAKE, 1);
    meet();
    must(pthread_join(thread,
                      NULL));
    must(pthread_detach(thread));
}
@

<<atomics>>=
static atomic_int n, flags[2];
static struct { _Atomic(int *) head; _Atomic unsigned long size; } list;
static atomic_flag busy = ATOMIC_FLAG_INIT;

static void add(atomic_int *to) { atomic_fetch_add(to, 1); }
static void sub(void *from) { atomic_fetch_sub((atomic_int *)from, 1); }
static int atomics(int *node)
{
    int old = atomic_load_explicit(&n, memory_order_acquire);

    while (!atomic_compare_exchange_weak(&n, &old, old + 1))
        continue;
    atomic_compare_exchange_strong_explicit(&list.head, &node, NULL,
        memory_order_acq_rel, memory_order_relaxed);
    while (atomic_flag_test_and_set(&busy))
        continue;
    do
        old = atomic_exchange(&flags[0], old);
    while (atomic_load(&flags[1]) != 0);
    list.size += 2;
    n++;
    add(&n);
    sub(&n);
    atomic_thread_fence(memory_order_seq_cst);
    return old;
}
@

<<processes>>=
static ssize_t processes(pid_t child, char *text)
{
    int ends[2], status;
    ssize_t got;
    FILE *file = fopen("name", "we");
    sigset_t set;

    sigprocmask(SIG_BLOCK, &set, NULL);
    must(pthread_atfork(NULL, NULL, NULL));
    must(pipe2(ends, O_CLOEXEC | O_NONBLOCK));
    close(ends[1]);
    fcntl(ends[0], F_DUPFD_CLOEXEC, 3);
    open("name", O_CREAT | O_EXCL | O_APPEND, 0600);
    while ((got = read(ends[0], text, 1)) == -1 && errno == EINTR)
        continue;
    for (int i = 0; i < 2; i++)
        waitpid(child, &status, 0);
    for (;;) {
        if (write(ends[1], text, 1) == -1 && errno != EINTR)
            break;
    }
    TEMP_FAILURE_RETRY(read(ends[0], text, 1));
    fclose(file);
    return got;
}

int main(void)
{
    locks(0);
    waits(pthread_self());
    return claim(atomics(NULL) == 0 && processes(0, NULL) == 0);
}
@
END
tangled every
mkdir out
tests/mutants $every every out good > list
is 'every operator makes its mutants, and nothing else is one' "$(cut -f 1,5 list | tr '\t' ' ')" "$(cat << 'END'
good-local-1 _Thread_local removed
good-sigatomic-1 volatile sig_atomic_t -> int
good-attr-1 pthread_mutexattr_settype(&attr, PTHREAD_MUTEX_ERRORCHECK) removed
good-lock-1 pthread_mutex_lock(&lock) removed
good-lock-2 pthread_mutex_trylock(&lock) succeeds always
good-unlock-1 pthread_mutex_unlock(&lock) removed
good-lock-3 pthread_rwlock_wrlock(&rwlock) removed
good-shared-1 pthread_rwlock_wrlock -> pthread_rwlock_rdlock
good-unlock-2 pthread_rwlock_unlock(&rwlock) removed
good-lock-4 mtx_lock(&mtx) removed
good-unlock-3 mtx_unlock(&mtx) removed
good-lock-5 flock(fd, LOCK_EX) removed
good-shared-2 LOCK_EX -> LOCK_SH
good-unlock-4 flock(fd, LOCK_UN) removed
good-lock-6 fcntl(fd, F_SETLKW, NULL) removed
good-once-1 pthread_once(&first, nothing) -> (nothing)()
good-once-2 call_once(&second, nothing) -> (nothing)()
good-robust-1 pthread_mutex_consistent(&lock) removed
good-cleanup-1 pthread_cleanup_push(clean, &lock) and its pop removed
good-cancel-1 pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL) removed
good-hint-1 left(); right() -> right(); left()
good-hint-2 say("it") -> nothing
good-atomic-1 _Atomic of word removed
good-while-1 while (!caught) -> if
good-wait-1 pthread_cond_wait(&cond, &lock) removed
good-while-2 while (caught < 2) -> if
good-sem-1 sem_wait(&items) removed
good-signal-1 pthread_cond_signal(&cond) removed
good-signal-2 pthread_cond_broadcast(&cond) removed
good-broadcast-1 pthread_cond_broadcast -> pthread_cond_signal
good-sem-2 sem_post(&items) removed
good-while-3 while (word == 0) -> if
good-wait-2 syscall(SYS_futex, &word, FUTEX_WAIT, 0, NULL) removed
good-signal-3 syscall(SYS_futex, &word, FUTEX_WAKE, 1) removed
good-join-1 pthread_join(thread, NULL) removed
good-detach-1 pthread_detach(thread) removed
good-atomic-2 atomic_int n, flags -> int
good-atomic-3 _Atomic(int *) head -> int *
good-atomic-4 _Atomic of size removed
good-rmw-1 atomic_fetch_add(to, 1) -> load, store
good-rmw-2 atomic_fetch_sub((atomic_int *)from, 1) -> load, store
good-order-1 memory_order_acquire -> memory_order_relaxed
good-retry-1 while (!atomic_compare_exchange_weak(&n, &old, old + 1)) -> if
good-cas-1 atomic_compare_exchange_weak(&n, &old, old + 1) -> load, compare, store
good-cas-2 atomic_compare_exchange_strong_explicit(&list.head, &node, NULL, memory_order_acq_rel, memory_order_relaxed) -> load, compare, store
good-weak-1 atomic_compare_exchange_strong_explicit(&list.head, &node, NULL, memory_order_acq_rel, memory_order_relaxed) -> weak
good-order-2 memory_order_acq_rel -> memory_order_relaxed
good-retry-2 while (atomic_flag_test_and_set(&busy)) -> if
good-rmw-3 atomic_flag_test_and_set(&busy) -> load, store
good-rmw-4 atomic_exchange(&flags[0], old) -> load, store
good-retry-3 while (atomic_load(&flags[1]) != 0) -> once
good-rmw-5 list.size += 2 -> load, store
good-rmw-6 n++ -> load, store
good-fence-1 atomic_thread_fence(memory_order_seq_cst) removed
good-cloexec-1 fopen("name", "we") -> "w"
good-mask-1 sigprocmask(SIG_BLOCK, &set, NULL) removed
good-fork-1 pthread_atfork(NULL, NULL, NULL) removed
good-cloexec-2 O_CLOEXEC removed
good-flag-1 O_NONBLOCK removed
good-close-1 close(ends[1]) removed
good-cloexec-3 F_DUPFD_CLOEXEC -> F_DUPFD
good-excl-1 O_EXCL removed
good-flag-2 O_APPEND removed
good-eintr-1 errno == EINTR -> 0
good-loop-1 for (int i = 0; i < 2; i++) -> once
good-join-2 waitpid(child, &status, 0) removed
good-loop-2 for (;;) -> once
good-eintr-2 errno != EINTR -> 1
good-eintr-3 TEMP_FAILURE_RETRY removed
END
)"
wrong=''
while IFS=$'\t' read -r id program line at change; do
    shown=$(sed -n "${line}p" "tangled/every/$program.c")
    [ "$shown" = "$(sed -n "${at}p" $every)" ] || wrong+="$id: $line is not $at"$'\n'
    word=$(grep -oE '^[A-Za-z_]+' <<< "$change")
    [[ $word == _Atomic || $shown == *"$word"* ]] || wrong+="$id: no $word in line $line"$'\n'
    cmp -s "out/$id.c" "tangled/.lines/every/$program.c" && wrong+="$id: nothing is changed"$'\n'
done < list
is 'each stands on the line that is told, of the program and of the chapter' "$wrong" ''
is 'all are C, for gcc and for clang' "$(for cc in gcc clang; do
    printf '%s\n' out/*.c | xargs -P "$(nproc)" -n 8 $cc -std=c11 -w -Wno-incompatible-pointer-types -fsyntax-only -pthread 2>&1; done | grep -E 'error' | head)" ''
is 'in a comment, a string and the vocabulary nothing is changed' "$(
    for file in out/*.c; do diff "tangled/.lines/every/good.c" "$file"; done |
        grep -E '^< .*(in a comment|// sem_wait|say\("pthread|static void (meet|bump)|atomic_int met)')" ''
is 'a place is found again' "$(tests/mutants --where $every every good "$(sed -n 's/^good-lock-1\tgood\t\([0-9]*\).*/\1/p' list)")" \
    "$every:$(grep -n 'must(pthread_mutex_lock' $every | cut -d : -f 1)"

hint() { # HINT FAULT
    sed -i "s|^mutations:.*|mutations: [$1]|" $every
    run tests/mutants $every every out good
    is "the hint $1" "$status $(grep "^$every:" <<< "$said")" "3 $every:3: every: $2"
}
hint '"good.c: middle() => "' "the mutation's \`middle()\` is nowhere in the chapter's own lines of good.c; mend the hint, or take it out"
hint '"good.c: fflush(stdout) => 0"' "the mutation's \`fflush(stdout)\` is nowhere in the chapter's own lines of good.c; mend the hint, or take it out"
hint '"good.c: in a comment => "' "the mutation's \`in a comment\` is nowhere in the chapter's own lines of good.c; mend the hint, or take it out"
hint '"bad.c: left() => "' "the mutation \`bad.c: left() => \` is of a program that isn't there; name one of good.c"
hint '"left()"' "the mutation \`left()\` can't be read; write it as \"good.c: FROM => TO\""

# ---- who misses what: with a suite that expects a claim that holds

suite() { # SLUG [SHELL CODE]: a stand-in for check.c, and for what becomes of it
    echo '/* a suite */' > "tangled/$1/check.c"
    mkdir -p "tangled/.build/$1"
    cat > "tangled/.build/$1/check" << END
#!/usr/bin/env bash
[ "\$1 \$2 \$ONLY" = '--repeat 1 good' ] || exit 2
${2-}
told=\$("\$PROGRAMS/good") && [ "\$told" = 'claim: it is done: holds' ] && { printf 'good\tHOLDS\t1\t1\n'; exit 0; }
printf 'good\tHOLDS\t0\t1\t%s\n' "\$told"
exit 1
END
    chmod +x "tangled/.build/$1/check"
}
verdicts() { sed '1,/^$/d' "figures/$1/mutate.record" | tail -n +2 | cut -f 1,5,6 | tr '\t' '|'; }
left_behind() { grep -lazE '^work=tangled/' /proc/[0-9]*/environ 2> /dev/null; find . -name '*.new' -o -path '*/mutants/runs*' | grep -v '^./tangled/.new$'; }

alpha=chapters/1-state/02-alpha.nw
cat > $alpha << 'END'
---
title: Alpha
mutations: ["good.c: once = 1; => once ="]
---

<<good.c>>=
<<the headers>>
<<what every program shares>>
<<write twice the same>>
@

The lock is missed by a race detector only: what is written is the same in any order.

<<write twice the same>>=
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int twice, once;

static void *work(void *unused)
{
    must(pthread_mutex_lock(&lock));
    twice = 1;
    must(pthread_mutex_unlock(&lock));
    if (unused == NULL)
        return NULL;
    usleep(20000);
    once = 1;
    return NULL;
}

int main(void)
{
    pthread_t thread;
    int fd = fcntl(0, F_DUPFD_CLOEXEC, 100);

    must(pthread_create(&thread, NULL, work, &lock));
    work(NULL);
    must(pthread_join(thread, NULL));
    return claim(fd != -1 && twice + once == 2);
}
@
END
tangled alpha
suite alpha

# Killed by ^C when some are known, it goes on from there.
set -m
tests/mutate tangled/.build alpha > log 2>&1 &
driver=$!
tries=0
until grep -q 'mutate alpha: 2 of 5' log || [ $((tries += 1)) -gt 600 ]; do sleep 0.05; done
kill -INT $driver
wait $driver
is 'interrupted: the exit status' $? 130
set +m
has 'interrupted: it says so' log 'mutate: interrupted; the next run goes on from here'
is 'interrupted: no process is left, and nothing half-written' "$(left_behind)" ''
ok 'interrupted: there is no record' [ ! -e figures/alpha/mutate.record ]
known=(tangled/.build/alpha/mutants/results/*)
touch -d 2020-01-01 "${known[@]}"
ok 'interrupted: some mutants are known' [ ${#known[@]} -ge 3 ]

run tests/mutate tangled/.build alpha
is 'taken up: what was known is not tried again' "$(find tangled/.build/alpha/mutants/results ! -newermt 2020-01-02 -type f | wc -l)" ${#known[@]}
is 'each is caught by whom it should be' "$(verdicts alpha)" "$(cat << 'END'
good-lock-1|TSan|ThreadSanitizer: unlock of an unlocked mutex (or by a wrong thread) in work
good-unlock-1|suite|did not end
good-hint-1|does not compile|expected expression before ‘return’
good-cloexec-1|nobody|
good-join-1|suite|claim: it is done: VIOLATED (it is not)
END
)"
line=$(grep -n 'F_DUPFD_CLOEXEC' $alpha | cut -d : -f 1)
shown=$(grep -n 'F_DUPFD_CLOEXEC' tangled/alpha/good.c | cut -d : -f 1)
summary='mutate: alpha: 5 mutants: 3 caught (2 suite, 1 TSan), 1 does not compile, 1 survives'
survivor="alpha: nobody misses F_DUPFD_CLOEXEC -> F_DUPFD (good.c:$shown); strengthen the suite, or justify it in ::: {.survivor #good-cloexec-1}"
is 'a survivor is a fault' "$status $(grep -E '^(chapters|mutate:)' <<< "$said")" "1 $alpha:$line: $survivor
$summary"
is 'the record has its stamp' "$(sed '/^$/q' figures/alpha/mutate.record | grep -oE '^(kind|command|runs|tools|hints|sha256 [a-z.]+):')" \
    "$(printf '%s:\n' kind command runs tools hints 'sha256 check.c' 'sha256 good.c')"
is 'no process is left, and nothing half-written' "$(left_behind)" ''

cp $alpha unjustified
printf '%s\n' '' '::: {.survivor #good-cloexec-1}' 'No program is started.' ':::' >> $alpha
run tests/mutate tangled/.build alpha
is 'a justified survivor is none, and a fresh record is not renewed' "$status $said" "0 $summary"
run tests/mutate --check alpha
is '--check finds all well' "$status $said" "0 $summary"
printf '%s\n' '' '::: {.survivor #good-join-1}' ':::' '::: {.survivor #good-join-9}' ':::' >> $alpha
last=$(wc -l < $alpha)
run tests/mutate --check alpha
is 'a box for a mutant that is caught, or is not there, is a fault' "$status $(grep ^chapters <<< "$said")" \
    "1 $alpha:$((last - 3)): alpha: the mutant good-join-1 is caught (suite); take the box out
$alpha:$((last - 1)): alpha: there is no mutant good-join-9 to justify; mend its name, or take the box out"
cp unjustified $alpha
run tests/mutate --check alpha
is '--check finds the survivor' "$status $(grep ^chapters <<< "$said")" "1 $alpha:$line: $survivor"
stale="1 $alpha:1: alpha: the record figures/alpha/mutate.record is of other programs or hints, or there is none; run \`make mutate C=alpha\`"
sed -i 's/^mutations:.*/mutations: ["good.c: twice = 1; => "]/' $alpha
run tests/mutate --check alpha
is 'other hints: stale' "$status $said" "$stale"
cp unjustified $alpha
echo >> tangled/alpha/good.c
run tests/mutate --check alpha
is 'another program: stale' "$status $said" "$stale"

# A suite that the good program does not meet, and a hint without a match: no record is made.
tangled alpha
rm -r figures/alpha
suite alpha 'echo "good	HOLDS	0	1	it is broken"; exit 1'
run tests/mutate tangled/.build alpha
is 'a good program that misses its suite' "$status $(grep ^alpha <<< "$said")" '1 alpha: good.c as it is does not meet its suite: it is broken'
sed -i 's/once = 1; =>/never = 1; =>/' $alpha
run tests/mutate tangled/.build alpha
is 'a hint without a match' "$status $(grep -c "^$alpha:3: alpha: .*; mend the hint" <<< "$said")" '1 1'
ok 'and no record of it' [ ! -e figures/alpha/mutate.record ]

# ---- without a suite; with a tool that is not silent; with an interleaver

beta=chapters/1-state/03-beta.nw
cat > $beta << 'END'
---
title: Beta
---

<<good.c>>=
<<the headers>>
<<what every program shares>>
<<hand over a value>>
@

<<hand over a value>>=
static int value;
static atomic_int ready;

static void *give(void *unused)
{
    usleep(20000);
    value = 1;
    atomic_store_explicit(&ready, 1, memory_order_release);
    return unused;
}

int main(void)
{
    pthread_t thread;
    int fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    int one = fcntl(fd, F_DUPFD_CLOEXEC, 100);  /* no cond_wait */
    int two = fcntl(fd, F_DUPFD_CLOEXEC, 200);

    must(pthread_create(&thread, NULL, give, NULL));
    while (atomic_load_explicit(&ready, memory_order_acquire) == 0)
        usleep(1000);
    int seen = value;
    must(pthread_join(thread, NULL));
    return claim(fd != -1 && one != -1 && two != -1 && seen == 1);
}
@
END
tangled beta
cat > tests/explore << 'END'
#!/bin/sh
grep -q 'F_DUPFD_CLOEXEC, 100' "$1" || { echo 'schedule 2: the claim is violated'; exit 1; }
[ "$3" != spurious ] || grep -q 'F_DUPFD_CLOEXEC, 200' "$1" || { echo 'schedule 3: the claim is violated'; exit 1; }
END
chmod +x tests/explore
run tests/mutate tangled/.build beta
has 'a tool that is not silent on the program as it is, is left out and told' figures/beta/mutate.record 'left out: good: Helgrind: Possible data race during'
is 'the others catch what they can' "$(verdicts beta | sed 's/ in [a-z]*$//')" "$(cat << 'END'
good-atomic-1|TSan|ThreadSanitizer: data race
good-order-1|TSan|ThreadSanitizer: data race
good-cloexec-1|clang-tidy|'open' should use O_CLOEXEC where possible [android-cloexec-open]
good-cloexec-2|interleaver|schedule 2: the claim is violated
good-cloexec-3|interleaver with spurious wakeups|schedule 3: the claim is violated
good-retry-1|TSan|ThreadSanitizer: data race
good-order-2|TSan|ThreadSanitizer: data race
good-join-1|TSan|ThreadSanitizer: thread leak
END
)"
is 'and where no suite is, none is named' "$(sed -n 's/ (gcc.*//; s/^tools: //p' figures/beta/mutate.record)" 'TSan, TSan clang, ASan, Helgrind, clang-tidy, interleaver, interleaver with spurious wakeups'
end
