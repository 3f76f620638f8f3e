#!/usr/bin/env bash
# What `make check` says of a chapter that is right, and of the same chapter spoilt in every way that it has to notice.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD ONLY C
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp -R --parents Makefile CONTRIBUTING.md book/*.* chapters/0-foundations/02-vocabulary.nw chapters/9-press styles \
    tests/lib tests/{build,check,detect,flags,mutants,mutate,record,shown,stress,suite,summary} "$dir"
cd "$dir" || exit 1
tests=0 status=0
chapter=chapters/1-state/90-five-minutes.nw
check() { make check C=five-minutes "$@" > said 2>&1; status=$?; }
# after NAME STATUS TEXT...: the last command ended so, and said all of these, and none of those that begin with a !
after() {
    local name=$1 wanted=$2 text wrong=
    shift 2
    [ "$status" = "$wanted" ] || wrong+="exit status $status"$'\n'
    for text; do
        case $text in
            !*) ! grep -qF -- "${text#!}" said || wrong+="said: $text"$'\n' ;;
            *) grep -qF -- "$text" said || wrong+="not said: $text"$'\n' ;;
        esac
    done
    tests=$((tests + 1))
    if [ -z "$wrong" ]; then echo "ok $tests - $name"; else { echo "not ok $tests - $name"; { printf '%s' "$wrong"; cat said; } | sed 's/^/#   /'; }; fi
}
new() { mkdir -p chapters/1-state && sed -n '/^````markdown/,/^````$/{//!p}' CONTRIBUTING.md > $chapter; }
spoil() { # FROM TO, literally, once; make it new and its records fresh before
    new
    FROM=$1 TO=$2 perl -0pi -e 's/\Q$ENV{FROM}\E/$ENV{TO}/ or exit 1' $chapter || echo "not there: $1" >> said
}
run() { "$@" > said 2>&1; status=$?; }

new
run make record C=five-minutes
after 'its outputs and expectations are recorded' 0 'recorded figures/five-minutes/bad.out' 'recorded figures/five-minutes/good.out' \
    'recorded figures/five-minutes/expectations.record'
check
after 'it is right' 0 'pitfalls: 1; bad programs fail as expected 4 of 4 times, good ones hold 6 of 6' 'check: all is well'
check
after 'unchanged, its suites are not run again' 0 '# running 0 suites (6 more are unchanged' 'those of 1 chapters are unchanged' \
    'bad programs fail as expected 4 of 4 times'

spoil 'atomic_store(&counter, read_and_meet() + 1);' 'read_and_meet(); atomic_fetch_add(&counter, 1);'
check
after 'a bad program that was repaired' 2 'five-minutes: bad: expected: violates no step is lost (1 of 2)' \
    'seen: it says `claim: no step is lost: holds`' 'to repeat: make check C=five-minutes BUILD=gcc-O0 ONLY=bad' \
    'the record figures/five-minutes/bad.out is of another bad.c; run `make record C=five-minutes`' '!not ok 2' \
    'bad programs fail as expected 0 of 4 times, good ones hold 6 of 6' 'check: FAILED'
check BUILD=gcc-O0 ONLY=bad
after 'the command that it names repeats just that' 2 'not ok 1 - bad: violates' '!BUILD=gcc-O2' '# running 1 suites'

spoil 'atomic_fetch_add(&counter, 1);' 'atomic_store(&counter, atomic_load(&counter) + 1);'
check
# Luck may let it pass once, but its record is of another program.
after 'a good program that was broken, and is lucky' 2 'the record figures/five-minutes/good.out is of another good.c'
spoil '    read_and_meet();
    atomic_fetch_add(&counter, 1);' '    atomic_store(&counter, read_and_meet() + 1);'
check
after 'a good program that was broken' 2 'five-minutes: good: expected: holds no step is lost' 'VIOLATED (1 of 2)' 'good ones hold 0 of 6'
spoil 'static atomic_int counter;' 'static int plain;
static atomic_int counter;'
perl -0pi -e 's/(    read_and_meet\(\);\n)(    atomic_fetch_add)/$1    plain++;\n$2/; s/(    \(void\)unused;\n)(    atomic_store)/$1    plain++;\n$2/' $chapter
check BUILD=gcc-tsan
after 'a good program with a data race that does no harm' 2 'five-minutes: good: expected: holds no step is lost' \
    'seen: it is reported: WARNING: ThreadSanitizer: data race' 'BUILD=gcc-tsan ONLY=good'

spoil '    int counted;

    must(' '    int counted, unused;

    must('
check
after 'a program that does not compile without a warning' 2 "$chapter:" "unused" '`gcc -O0` did not compile it' \
    'check: FAILED: a program does not compile' '!all is well'

spoil '{ "bad", VIOLATES("no step is lost", "1 of 2") },' ''
check
after 'a bad program that no row speaks of' 2 "$chapter:" 'five-minutes: no row of its suite expects anything of bad.c'
spoil 'failure: wrong-answer' 'failure: stuck'
check
after 'a kind of failure that its suite does not show' 2 "$chapter:" 'five-minutes: its failure is `stuck`, and no row of its suite shows a bad program being that'

new
make record C=five-minutes > said 2>&1
sed -i 's/VIOLATED/violated/' figures/five-minutes/bad.out
rm -f tangled/.build/five-minutes/records.agreed
check
after 'a record that somebody edited' 2 'five-minutes: the record figures/five-minutes/bad.out was changed by hand; run `make record C=five-minutes`'
run make record C=five-minutes
after 'is put right by make record, which shows the difference' 0 '> claim: no step is lost: VIOLATED (1 of 2)' 'records: 1 renewed'
cat > figures/five-minutes/seen.sh << 'END'
. tests/lib/record.sh
{ stamp output './bad' none; hashes five-minutes bad.c; printf '\n3\n'; } | keep figures/five-minutes/seen.out
END
echo '/^[0-9]$/ { print "<svg><!-- " $0 " --></svg>" }' > figures/five-minutes/seen.awk
run make record C=five-minutes
after 'what a script saw is recorded, and drawn' 0 'recorded figures/five-minutes/seen.out' 'records: 2 renewed'
check BUILD=gcc-O0
after 'and agrees then' 0 '!seen'
sed -i 's/3/4/' figures/five-minutes/seen.svg
check BUILD=gcc-O0
after 'a drawing that somebody edited' 2 'figures/five-minutes/seen.svg is not what figures/five-minutes/seen.awk draws from figures/five-minutes/seen.out; run `make record C=five-minutes`'
run make record C=five-minutes
after 'is drawn again' 0 'records: 1 renewed'
sed -i 's/^sha256 bad.c: ./&0/' figures/five-minutes/seen.out
check BUILD=gcc-O0
after 'what a script saw of another program' 2 'figures/five-minutes/seen.out' 'run `make record C=five-minutes`'
rm figures/five-minutes/seen.*
check BUILD=gcc-O3
after 'a build that there is not' 2 'check: no build `gcc-O3`; there are: gcc-O0'
check ONLY=bda
after 'a program that there is not' 2 'no row of a suite is about `bda`' '!all is well'
spoil '{ "bad", VIOLATES("no step is lost", "1 of 2") },' '{ "bad", VIOLATES("no step is lost", "1 of 2") },
{ "bad", HOLDS("no step is lost") },'
check BUILD=gcc-O0
after 'a row that lets a bad program hold' 2 'five-minutes: a row of its suite says that bad.c holds; a bad program has to fail'
spoil 'SUITE("five-minutes"' 'SUITE("ten-minutes"'
check BUILD=gcc-O0
after 'a suite of another name' 2 'check.c is not called SUITE("five-minutes", ...)'
spoil '{ "good", HOLDS("no step is lost") },' '{ "good", HOLDS("no step is lost") },
{ "better", HOLDS("no step is lost") },'
check BUILD=gcc-O0
after 'a row about a program that is not there' 2 'a row of its suite is about better.c, which the chapter does not tangle'
spoil '    counted = atomic_load(&counter);' '    counted = atomic_load(&counter) + 0; if (counted == 1) exit(77);'
make record C=five-minutes > said 2>&1
check BUILD=gcc-O0
after 'a bad program that would rather skip' 2 'ends with exit status 77 and does not say why'
new
run make check C=nobody
after 'a slug that nobody has' 2 'no chapter has the slug `nobody`'

# ---- stress
run make stress C=five-minutes N=3
after 'stress: every cell' 0 'recorded figures/five-minutes/stress.record' '72 of 72 runs as expected, 0 cells skipped' '12 of 12'
run make stress C=five-minutes N=3
after 'stress: a fresh record is left alone' 0 'the record is fresh, with 3 runs a cell'
run make stress C=five-minutes N=3 JOBS=2 AGAIN=1
after 'stress: two suites share the runs of a cell' 0 '72 of 72 runs as expected, 0 cells skipped'
run make stress C=five-minutes N=3 JOBS=0
after 'stress: a number of suites is a number' 2 'JOBS is how many suites run at a time, not `0`'
run make stress C=five-minutes N=x
after 'stress: a number is a number' 2 'N is the number of runs, not `x`'
env --default-signal=INT setsid make stress C=five-minutes N=300 > said 2>&1 &
stress=$!
until grep -q '2 of 12' said; do sleep 0.05; done
kill -INT -- -$stress
wait $stress
status=$?
[ $status != 130 ] || status=2 # make's own, if it is the one that is interrupted
after 'stress: ^C ends it' 2 'stress: stopped; what was measured is kept'
run pgrep -f "$dir|check --repeat 300"
after 'stress: and leaves nothing running' 1
first=tangled/.build/five-minutes/stress/check-gcc-O0-all-300
[ "$(nproc)" != 1 ] || first=tangled/.build/five-minutes/stress/check-gcc-O0-one-300
run test -s $first
after 'stress: what was measured is kept' 0
new
make record C=five-minutes > said 2>&1
make stress C=five-minutes N=2 > said 2>&1
spoil '"1 of 2"' '"1 of 2" /* steps */'
check
after 'a record of the stress test that is stale' 2 'figures/five-minutes/stress.record is of other programs; run `make stress C=five-minutes`'
spoil 'atomic_store(&counter, read_and_meet() + 1);' 'read_and_meet(); atomic_fetch_add(&counter, 1);'
run make stress C=five-minutes N=2
after 'stress: a bad program that does not fail' 2 'stress: five-minutes: bad: violates no step is lost (1 of 2): gcc-O0'
run make stress C=five-minutes N=2
after 'stress: and the second time neither' 2 'the record is fresh' 'stress: five-minutes: bad: violates no step is lost (1 of 2): gcc-O0' ': 0 of 2: says `claim: no step is lost: holds`'
echo "1..$tests"
