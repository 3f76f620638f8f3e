#!/usr/bin/env bash
# What is recorded of a chapter's explorations: that it is kept, shown, and told when it is stale, edited or contradicted.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD ONLY C PROGRAM EXPLORE
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp -R --parents Makefile CONTRIBUTING.md book/*.* chapters/0-foundations/02-vocabulary.nw chapters/9-press styles \
    tests/lib tests/{build,check,detect,explore,explore-record,flags,mutants,mutate,record,shown,stress,suite,summary} "$dir"
cd "$dir" || exit 1
tests=0 status=0
chapter=chapters/1-state/90-five-minutes.nw figures=figures/five-minutes
run() { "$@" > said 2>&1; status=$?; }
check() { run tests/explore-record --check tangled/.build five-minutes; }
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
has() { # NAME FILE TEXT...
    local name=$1 file=$2
    shift 2
    cp "$file" said
    status=0
    after "$name" 0 "$@"
}
# spoil FROM TO: the chapter to paste, with boxes, and one thing changed in it, literally.
new() {
    mkdir -p chapters/1-state
    sed -n '/^````markdown/,/^````$/{//!p}' CONTRIBUTING.md > $chapter
    perl -0pi -e 's/(?=^## Rules to keep)/::: {.explore}\n:::\n\n::: {.timeline program="bad" values="counter" #tl-lost}\nBoth read before either writes.\n:::\n\n::: {.play program="good"}\n:::\n\n/m' $chapter
}
spoil() {
    new
    FROM=$1 TO=$2 perl -0pi -e 's/\Q$ENV{FROM}\E/$ENV{TO}/ or exit 1' $chapter || echo "# not there: $1"
    make tangle > said 2>&1
}

new
make record C=five-minutes > said 2>&1
check
after 'a box without its record' 1 "$chapter:1: five-minutes: there is no record $figures/explore.record; run \`make explore C=five-minutes\`"
run make explore C=five-minutes
after 'it is recorded' 0 "recorded $figures/explore.record" 'explore: five-minutes: bad: fails: in schedule ' 'no step is lost: VIOLATED (1 of 2)' \
    'explore: five-minutes: good: holds: all '
has 'in rows, sealed' $figures/explore.record 'programs: bad;good' 'sha256 bad.c: ' 'trace bad: ' 'graph good: ' 'seal: ' $'bad\t-\tfails\t' $'good\t-\tholds\t'
has 'a trace, where a box shows it' $figures/bad.trace.json '"verdict": "fails"' '"steps": ['
run ls $figures/good.trace.json $figures/bad.graph.json
after 'and none where none does' 2
run make explore C=five-minutes
after 'what is fresh is left alone' 0 '!recorded' 'bad: fails'
check
after 'it is right' 0 '!five-minutes'
run make check C=five-minutes BUILD=gcc-O0
after 'make check finds it so' 0 'check: all is well' '!no record of explore'

# ---- the boxes
run make book/out/.cache/five-minutes.facts
after 'the boxes are woven' 0
page=book/out/.cache/five-minutes.html
has 'a table of verdicts' $page '<table class="explore">' '<b>fails</b>' '<b>holds</b>' 'make explore C=five-minutes'
has 'a timeline of the steps' $page 'id="tl-lost"' 'data-trace="five-minutes/bad"' '<th scope="col" class="lane l1">thread 1</th>' 'reads <code>counter</code> → 0' \
    '<tr class="bad">' '<span class="label">Figure 1.90.1</span> Both' '<code>counter</code></th>'
has 'with the lines of the page' $page 'href="ref:five-minutes#line-flaw"'
has 'all states, in words' $page 'data-graph="five-minutes/good"' 'Its threads can come to '
has 'the same in print' book/out/.cache/five-minutes.tex '\begin{NwTimeline}{five-minutes#tl-lost}' '\NwEnding{bad}' 'longtable' 'The web edition lets you choose'
new; sed -i 's/values="counter"/values="count"/; s/ #tl-lost//' $chapter
run make book/out/.cache/five-minutes.facts
after 'a variable that there is not, and no id' 2 'the trace of `bad` knows no variable `count`; name some of counter' 'a timeline without id or caption'
new; sed -i 's/values="counter"/steps="3-900" threads="thread 9"/' $chapter
run make book/out/.cache/five-minutes.facts
after 'steps and a thread that there are not' 2 'the timeline has no steps `3-900`; write steps="1-' 'the trace of `bad` has no thread `thread 9`; name some of main, thread 1, thread 2'
new; sed -i 's/play program="good"/play program="bad"/' $chapter
run make book/out/.cache/five-minutes.facts
after 'a graph that was not recorded' 2 'no graph figures/five-minutes/bad.graph.json; run `make explore C=five-minutes`'
check
after 'which the check tells, too' 1 'no graph of `bad` was recorded'
new; sed -i 's/^mutations:.*//; s/^needs: \[\]/needs: []\nexplore: [bad, "good spurious", better]/' $chapter
run make book/out/.cache/five-minutes.facts
after 'a program that there is not' 2 '`explore` names better.c, which the chapter does not tangle' 'knows nothing of `good spurious`'
new; sed -i 's/^needs: \[\]/needs: []\nexplore: [bad, good, "good spurious"]/' $chapter
check
after 'a head that asks for more' 1 'is of `bad;good`, not of what the chapter'
run make record C=five-minutes
after 'make record renews it' 0 'good spurious: holds' "recorded $figures/explore.record"
has 'with its options' $figures/explore.record $'good\tspurious\tholds\t'
new
make explore C=five-minutes > said 2>&1

# ---- by whom it was changed
sed -i 's/"value": "1"/"value": "2"/' $figures/bad.trace.json
check
after 'a trace that somebody edited' 1 "$chapter:1: five-minutes: $figures/bad.trace.json was changed by hand; run \`make explore C=five-minutes\`"
run make book/out/.cache/five-minutes.facts
after 'is not printed' 2 "$figures/bad.trace.json is not what was recorded"
run make record C=five-minutes
after 'and made again' 0 'recorded'
rm $figures/good.graph.json
check
after 'a graph that is gone' 1 "there is no $figures/good.graph.json"
make explore C=five-minutes > said 2>&1
sed -i 's/\tholds\t/\tfails\t/' $figures/explore.record
check
after 'a record that somebody edited' 1 "the record $figures/explore.record was changed by hand"
make explore C=five-minutes > said 2>&1
spoil 'int counted;' 'int counted = 0;'
run make check C=five-minutes BUILD=gcc-O0
after 'another program' 2 "the record $figures/explore.record is of other programs; run \`make explore C=five-minutes\` or \`make record C=five-minutes\`" 'check: FAILED'
new
make explore C=five-minutes > said 2>&1

# ---- another interleaver
echo '/* a remark */' >> tangled/interleaver/interleaver.c
check
after 'a remark is no change of the interleaver' 0
run ls tangled/.build/five-minutes/explored
after 'and nothing is explored again' 2
echo 'static int unused_by_all __attribute__((unused));' >> tangled/interleaver/interleaver.c
check
after 'another interleaver that says the same' 0 '!five-minutes'
run ls tangled/.build/five-minutes/explored
after 'is remembered' 0
sed -i 's/"fails: in/"is wrong: in/' tangled/interleaver/interleaver.c
check
after 'one that does not' 1 "bad.c: expected, by $figures/explore.record: fails: in schedule" 'seen: is wrong: in schedule' \
    'to repeat: make explore PROGRAM=tangled/five-minutes/bad.c; if it is right, run `make record C=five-minutes`' '!good.c: expected'
sed -i 's/"is wrong: in/"fails: in/' tangled/interleaver/interleaver.c
cp tests/explore kept
sed -i '$i for o; do case $o in json=*) sed -i "s/\"join\"/\"joined\"/" "${o#json=}" ;; esac; done' tests/explore
check
after 'one that shows other steps' 1 'the interleaver, which has changed, now shows other steps'
mv kept tests/explore
touch chapters/9-press/08-interleaver.nw
rm -f tangled/interleaver/interleaver.c
make tangle > said 2>&1

# ---- contradictions
spoil 'atomic_fetch_add(&counter, 1);' 'atomic_store(&counter, atomic_load(&counter) + 1);'
run make explore C=five-minutes
after 'a good program that fails in some order' 2 "five-minutes: good.c: expected, by its suite: holds no step is lost; seen: fails: in schedule" \
    'to repeat: make explore PROGRAM=tangled/five-minutes/good.c'
check
after 'is told by the check' 1 'good.c: expected, by its suite: holds no step is lost'
spoil 'atomic_store(&counter, read_and_meet() + 1);' 'read_and_meet(); atomic_fetch_add(&counter, 1);'
run make explore C=five-minutes
after 'a bad program that holds in every order' 2 'bad.c: expected, by its suite: violates no step is lost' 'seen: holds: all'
spoil 'static atomic_int counter;' 'static atomic_int counter;
int plain;'
perl -0pi -e 's/(    \(void\)unused;\n)(    atomic_store)/$1    plain++;\n$2/' $chapter
run make explore C=five-minutes
after 'a bad program that is asked for a value, and is undefined' 2 'bad.c: expected, by its suite: a claim, and so no data race; seen: fails' 'data race on plain'
spoil '    int counted;

    must(' '    int counted;

    (void)getppid();
    must('
sed -i 's/#include <stdatomic.h>/#include <stdatomic.h>\n#include <unistd.h>/; /^::: {.play/,/^:::$/d; /^::: {.timeline/,/^:::$/d' $chapter
run make explore C=five-minutes
after 'a program that it cannot take contradicts nobody' 0 "bad: can't say: getppid is not modelled"
run make book/out/.cache/five-minutes.facts
after 'and is woven' 0
has 'as that' $page "<b>can't say</b>: <code>getppid is not modelled"
echo "1..$tests"
