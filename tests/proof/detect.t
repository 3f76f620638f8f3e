#!/usr/bin/env bash
# The detectors: tests/detect gives the right verdict on small programs whose faults are known, and tells a tool that
# is silent from one that could not look.
. "$(dirname "$0")/../press/lib.sh"
export RUNS=1
mkdir -p "$place/work/tests/lib" && cd "$place/work" || exit 2
cp "$press"/tests/{detect,flags} tests/ && cp "$press"/tests/lib/{record.sh,reports.awk} tests/lib/ || exit 2

# program SLUG NAME: standard input as a tangled program. The reader's copy has three more lines at its head.
program() {
    local text
    text=$(cat)
    mkdir -p "tangled/$1" "tangled/.lines/$1"
    printf '/* of a test */\n\n/* the program */\n%s\n' "$text" > "tangled/$1/$2.c"
    printf '#line 101 "chapters/1-state/01-%s.nw"\n%s\n' "$1" "$text" > "tangled/.lines/$1/$2.c"
}
threads='#include <pthread.h>
#include <stdatomic.h>
#include <semaphore.h>
#include <stdio.h>
static pthread_t one, two;
static void *left(void *unused);
static void *right(void *unused);
static void both(void)
{
    pthread_create(&one, NULL, left, NULL);
    pthread_create(&two, NULL, right, NULL);
    pthread_join(one, NULL);
    pthread_join(two, NULL);
    puts("claim: it works: holds");
}'
rows() { sed '1,/^$/d' "figures/$1/detect.record"; }
# verdict SLUG PROGRAM TOOL EXPECTED [LINE]: LINE with tabs and … as in the record; `*` at an end stands for anything
verdict() {
    local found expected=$4
    found=$(rows "$1" | awk -F '\t' -v program="$2" -v tool="$3" '$1 == program && $2 == tool { print $3 ": " $4 }')
    # shellcheck disable=SC2053 # a pattern
    if [[ $found == "$expected: "${5-} ]]; then pass "$2 under $3: $4"
    else fail "$2 under $3: $4" "found: $found"$'\n'"expected: $expected: ${5-}"; fi
}

counted() { # SLUG PROGRAMS: the closing line, from the rows
    of() { rows "$1" | cut -f 3 | grep -cx "$2"; }
    echo "detect: $1: $2 programs x 12 tools: $(of "$1" reports) report, $(of "$1" silent) silent," \
        "$(of "$1" 'false alarm') false alarms, $(of "$1" stuck) stuck, $(of "$1" 'cannot run') cannot run"
}

# ---- all tools, on what only some of them can see

program threads race << END
$threads
#ifdef __clang__
#define NOTE(x) __attribute__((x))
#else
#define NOTE(x)
#endif
struct NOTE(capability("mutex")) lock { int held; } lock;
static int shared NOTE(guarded_by(lock));
static void *left(void *unused) { (void)unused; shared++; return NULL; }
static void *right(void *unused) { (void)unused; shared++; return NULL; }
int main(void)
{
    both();
    return 0;
}
END
# The same race, with a semaphore that happens to order it: no tool can see it. And a file is left open.
program threads hidden << END
$threads
#include <fcntl.h>
static int shared;
static sem_t turn;
static void *left(void *unused) { (void)unused; shared++; sem_post(&turn); return NULL; }
static void *right(void *unused) { (void)unused; sem_wait(&turn); shared++; return NULL; }
int main(void)
{
    sem_init(&turn, 0, 0);
    open("/dev/null", O_RDONLY);
    both();
    return 0;
}
END
# Bad takes its locks in two orders. Both store atomically, and Valgrind's tools take a plain store for one that isn't.
locks() { # THOSE OF RIGHT
    cat << END
$threads
static pthread_mutex_t a = PTHREAD_MUTEX_INITIALIZER, b = PTHREAD_MUTEX_INITIALIZER;
static atomic_int last;
static sem_t turn;
static void take(pthread_mutex_t *first, pthread_mutex_t *second)
{
    pthread_mutex_lock(first);
    pthread_mutex_lock(second);
    pthread_mutex_unlock(second);
    pthread_mutex_unlock(first);
}
static void *left(void *unused)
{
    (void)unused;
    take(&a, &b);
    sem_post(&turn);
    atomic_store_explicit(&last, 1, memory_order_relaxed);
    return NULL;
}
static void *right(void *unused)
{
    (void)unused;
    atomic_store_explicit(&last, 2, memory_order_relaxed);
    sem_wait(&turn);
    take($1);
    return NULL;
}
int main(void)
{
    sem_init(&turn, 0, 0);
    both();
    return 0;
}
END
}
locks '&b, &a' | program threads bad
locks '&a, &b' | program threads good
program threads free << 'END'
#include <stdlib.h>
int main(void)
{
    char *volatile p = malloc(7);
    free(p);
    return p[3] == 1;
}
END
run tests/detect tangled/.build threads
is 'all tools: exit status' "$status" 0
has 'all tools: what is said' <(echo "$said") 'recorded figures/threads/detect.record' \
    "$(counted threads 5)"
is 'all tools: a row for each program and tool' "$(rows threads | wc -l)" 61

verdict threads race 'TSan gcc' reports 'WARNING: ThreadSanitizer: data race (pid=…) at race.c:26 and race.c:27'
verdict threads race 'TSan clang' reports 'WARNING: ThreadSanitizer: data race (pid=…) at race.c:26 and race.c:27'
verdict threads race Helgrind reports \
    'Possible data race during read of size 4 at … by thread #… at race.c:26 and race.c:27'
verdict threads race DRD reports 'Conflicting load by thread #… at … size 4 at race.c:27'
for tool in ASan LSan UBSan Memcheck 'gcc -fanalyzer' clang-tidy cppcheck; do verdict threads race "$tool" silent; done
verdict threads race 'clang -Wthread-safety' reports '*-Wthread-safety-analysis? at race.c:26'
verdict threads hidden 'clang -Wthread-safety' 'cannot run' 'not annotated'
for tool in 'TSan gcc' 'TSan clang' Helgrind DRD; do verdict threads hidden "$tool" silent; done
verdict threads hidden Memcheck reports 'Open file descriptor 3: /dev/null at hidden.c:27'
for tool in 'TSan gcc' 'TSan clang'; do
    verdict threads bad "$tool" reports \
        'WARNING: ThreadSanitizer: lock-order-inversion (potential deadlock) (pid=…) at bad.c:24 and bad.c:25'
done
verdict threads bad Helgrind reports 'Thread #…: lock order "… before …" violated at bad.c:24 and bad.c:25'
verdict threads good Helgrind 'false alarm' \
    'Possible data race during write of size 4 at … by thread #… at good.c:34 and good.c:40'
for program in bad good; do
    verdict threads $program DRD 'false alarm' "Conflicting store by thread #… at … size 4 at $program.c:*"
done
for tool in 'TSan gcc' 'TSan clang' ASan LSan UBSan; do verdict threads good "$tool" silent; done
verdict threads free ASan reports \
    'ERROR: AddressSanitizer: heap-use-after-free on address … at pc … bp … sp … at free.c:8 and free.c:9'
verdict threads free Memcheck reports 'Invalid read of size 1 at free.c:8 and free.c:9'

# ---- other endings, and tools that are not there

mkdir "$place/bin"
IFS=: read -ra folders <<< "$PATH"
for folder in "${folders[@]}"; do ln -s "$folder"/* "$place/bin/" 2> /dev/null; done
rm -f "$place/bin"/{valgrind,clang,clang-tidy,cppcheck}

program endings leak << 'END'
#include <stdlib.h>
int main(void)
{
    void *volatile p = malloc(7);
    p = NULL;
    return p != NULL;
}
END
program endings good-clean << 'END'
#include <stdio.h>
int main(void) { puts("claim: it works: holds"); return 0; }
END
program endings good-mute << 'END'
int main(void) { return 0; }
END
program endings overflow << 'END'
#include <limits.h>
int main(int argc, char **argv)
{
    (void)argv;
    return INT_MAX + argc == 0;
}
END
# Overflows only when its binary runs for the first time.
program endings sometimes << 'END'
#include <limits.h>
#include <stdio.h>
int main(int argc, char **argv)
{
    char name[4096];
    snprintf(name, sizeof name, "%.4000s.ran", argv[0]);
    int first = fopen(name, "wx") != NULL;
    return INT_MAX - argc + first + first == 0;
}
END
program endings skips << 'END'
#include <stdio.h>
int main(void) { puts("skipped: needs two processors"); return 77; }
END
program endings gives-up << 'END'
#include <stdio.h>
int main(void) { fputs("gives-up.c:12: fork(): EAGAIN\n", stderr); return 99; }
END
program endings forges << 'END'
int main(void) { return 66; }
END
program endings good-violated << 'END'
#include <stdio.h>
int main(void) { puts("claim: it works: VIOLATED (it doesn't)"); return 1; }
END
program endings hangs << 'END'
#include <unistd.h>
int main(void) { fork(); for (;;) pause(); }
END
limited() { PATH=$place/bin LIMIT=2 run tests/detect "$@"; }
limited tangled/.build endings
is 'few tools: exit status' "$status" 0
has 'few tools: what is said' <(echo "$said") \
    "$(counted endings 10)"
for tool in Helgrind DRD Memcheck; do verdict endings leak "$tool" 'cannot run' 'valgrind is not installed'; done
for tool in clang-tidy cppcheck; do verdict endings leak "$tool" 'cannot run' "$tool is not installed"; done
verdict endings leak 'TSan clang' 'cannot run' 'clang is not installed'
verdict endings leak LSan reports 'ERROR: LeakSanitizer: detected memory leaks at leak.c:7'
verdict endings overflow UBSan reports \
    'runtime error: signed integer overflow: * cannot be represented*at overflow.c:8'
verdict endings overflow ASan silent
for tool in 'TSan gcc' ASan LSan UBSan 'gcc -fanalyzer'; do verdict endings good-clean "$tool" silent; done
verdict endings skips 'TSan gcc' 'cannot run' 'skipped: needs two processors'
verdict endings gives-up LSan 'cannot run' 'gives-up.c:12: fork(): EAGAIN'
verdict endings forges 'TSan gcc' 'cannot run' 'exit status 66 without a report*'
verdict endings good-mute ASan 'cannot run' 'exit status 0, and no claim'
verdict endings good-violated ASan 'cannot run' "exit status 1: claim: it works: VIOLATED (it doesn't)"
for tool in 'TSan gcc' ASan LSan UBSan; do verdict endings hangs "$tool" stuck 'no end within 2 s'; done
is 'nothing that hung is left' "$(pgrep -f "$place/work/tangled" || true)" ''

# ---- stale or not, interrupted, and a good program that is reported

before=$(cat figures/endings/detect.record)
limited tangled/.build endings
is 'a record that agrees is left alone' \
    "$(grep -c recorded <<< "$said")$(diff <(echo "$before") figures/endings/detect.record)" 0
program clean good < <(sed '1,3d' tangled/endings/leak.c)
rm tangled/endings/{hangs,skips,gives-up,forges,good-mute,good-violated,overflow,leak}.c tangled/.build/endings/*/*.ran
RUNS=3 limited tangled/.build endings clean
has 'a chapter that changed is examined again' <(echo "$said") 'recorded figures/endings/detect.record' '2 programs'
verdict endings sometimes UBSan reports 'runtime error: * at sometimes.c:11 (1 of 3 runs)'
is 'a good program that leaks: exit status' "$status" 1
has 'a good program that leaks: told' <(echo "$said") \
    'detect: clean: good.c must be clean under LSan, which says: ERROR: LeakSanitizer: detected memory leaks at good.c:7'
verdict clean good LSan 'false alarm' '*'
before=$(rows endings)
rm tangled/.build/endings/*/*.ran
RUNS=3 limited --again tangled/.build endings
is 'the same program, the same rows' "$(rows endings)" "$before"
limited tangled/.build clean
is 'a record that agrees still tells of the good program that leaks' \
    "$status $(grep -c 'must be clean' <<< "$said")" '1 1'

program cut hangs < <(echo '#include <unistd.h>
int main(void) { fork(); for (;;) pause(); }')
PATH=$place/bin tests/detect tangled/.build cut > /dev/null 2>&1 &
job=$!
tries=0
until pgrep -f "$place/work/tangled/.build/cut" > /dev/null || [ $((tries += 1)) -gt 400 ]; do sleep 0.02; done
sleep 0.2
kill -TERM $job
wait $job
is 'interrupted: exit status' $? 130
is 'interrupted: no process is left' "$(pgrep -f "$place/work/tangled" || true)" ''
is 'interrupted: nothing half-written' "$(ls figures/cut 2> /dev/null)" ''

mkdir -p tangled/front tangled/.lines/front
run tests/detect tangled/.build front
is 'a chapter without programs has no record' "$status$said$(ls figures/front 2> /dev/null)" 0

PATH=$place/bin run tests/detect --list
is 'the list names what is missing' \
    "$(grep -c 'is not installed' <<< "$said") $(grep -c 'gcc [0-9]' <<< "$said")" '7 4'
end
