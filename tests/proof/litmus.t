#!/usr/bin/env bash
# The judge of the weak memory model: tests/explore-litmus knows the published verdicts on the classic programs, agrees
# with a machine that has store buffers instead of axioms, and orders the models as theory does.
set -uo pipefail
shopt -s lastpipe
cd "$(dirname "$0")/../.." || exit 1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
tests=0
litmus=tests/explore-litmus
ok() { # NAME, and standard input says what is wrong
    local wrong
    wrong=$(cat)
    tests=$((tests + 1))
    if [ -z "$wrong" ]; then echo "ok $tests - $1"; else { echo "not ok $tests - $1"; sed 's/^/#   /' <<< "$wrong"; }; fi
}
# judged NAME OUTCOME MODELS: the outcome, whose words may stand among others, is allowed by just these of sc, tso, rc11;
# lb allows what rc11 does, and is named if it alone allows it
judged() {
    local program found='' models='sc tso rc11 lb'
    program=$(cat)
    [[ $program != *lock* && $program != *await* ]] || models='sc tso rc11'
    for model in $models; do
        $litmus $model <<< "$program" | awk -v words="$2" '
            BEGIN { n = split(words, w, " ") }
            /^ / { all = 1; for (i = 1; i <= n; i++) if (index($0 " ", " " w[i] " ") == 0) all = 0; if (all) hit = 1 }
            END { exit !hit }' && found+=" $model"
    done
    [[ $found != *rc11* ]] || found=${found% lb}
    [ "${found# }" = "$3" ] || echo "$2 is allowed by:$found"
}
# executions N: so many inequivalent schedules, that is executions of sc
executions() {
    $litmus sc | sed -n "1{/, $1 executions/!p}"
}
lines() { printf '%s\n' "$@"; }

# ---- the classics: the outcome in question, and who allows it

lines 'P0: W x 1 rlx; W y 1 rlx' 'P1: R y rlx r0; R x rlx r1' | judged 'MP' '1:r0=1 1:r1=0' 'rc11' | ok 'MP, relaxed'
lines 'P0: W x 1 rlx; W y 1 rel' 'P1: R y acq r0; R x rlx r1' | judged 'MP' '1:r0=1 1:r1=0' '' | ok 'MP, release and acquire'
lines 'P0: W x 1 rlx; W y 1 rel' 'P1: R y rlx r0; R x rlx r1' | judged 'MP' '1:r0=1 1:r1=0' 'rc11' | ok 'MP, release alone'
lines 'P0: W x 1 rlx; F rel; W y 1 rlx' 'P1: R y rlx r0; F acq; R x rlx r1' | judged 'MP' '1:r0=1 1:r1=0' '' | ok 'MP, fences'
lines 'P0: W x 1 rlx; F acq; W y 1 rlx' 'P1: R y rlx r0; F acq; R x rlx r1' | judged 'MP' '1:r0=1 1:r1=0' 'rc11' | ok 'MP, the wrong fence'
lines 'P0: W x 1 na; W y 1 rel' 'P1: R y acq r0; if r0 1; R x na r1' | judged 'MP' 'race' '' | ok 'MP, plain data, no race'
lines 'P0: W x 1 na; W y 1 rlx' 'P1: R y acq r0; if r0 1; R x na r1' | judged 'MP' 'race' 'sc tso rc11' | ok 'MP, plain data, race'
lines 'P0: W x 1 na; W y 1 rel' 'P1: await y 1 acq; R x na r1' | judged 'MP' 'race' '' | ok 'MP, plain data, waiting'
lines 'P0: W x 1 rlx; R y rlx r0' 'P1: W y 1 rlx; R x rlx r0' | judged 'SB' '0:r0=0 1:r0=0' 'tso rc11' | ok 'SB, relaxed'
lines 'P0: W x 1 rel; R y acq r0' 'P1: W y 1 rel; R x acq r0' | judged 'SB' '0:r0=0 1:r0=0' 'tso rc11' | ok 'SB, release and acquire'
lines 'P0: W x 1 sc; R y sc r0' 'P1: W y 1 sc; R x sc r0' | judged 'SB' '0:r0=0 1:r0=0' '' | ok 'SB, seq_cst'
lines 'P0: W x 1 sc; R y rlx r0' 'P1: W y 1 sc; R x rlx r0' | judged 'SB' '0:r0=0 1:r0=0' 'rc11' | ok 'SB, only the stores seq_cst'
lines 'P0: W x 1 rlx; F sc; R y rlx r0' 'P1: W y 1 rlx; F sc; R x rlx r0' | judged 'SB' '0:r0=0 1:r0=0' '' | ok 'SB, fences'
lines 'P0: W x 1 rlx; F ar; R y rlx r0' 'P1: W y 1 rlx; F ar; R x rlx r0' | judged 'SB' '0:r0=0 1:r0=0' 'tso rc11' | ok 'SB, weaker fences'
lines 'P0: W x 1 sc; R y sc r0' 'P1: W y 1 rlx; F sc; R x rlx r0' | judged 'SB' '0:r0=0 1:r0=0' '' | ok 'SB, a fence and seq_cst accesses'
lines 'P0: W x 1 sc; W y 1 rel' 'P1: R y acq r0; R z sc r1' 'P2: W z 1 sc; R x sc r0' |
    judged 'SB' '1:r0=1 1:r1=0 2:r0=0' '' | ok 'SB, one thread in two: happens-before counts between seq_cst accesses'
lines 'P0: xchg x 1 ar r1; R y acq r0' 'P1: xchg y 1 ar r1; R x acq r0' | judged 'SB' '0:r0=0 1:r0=0' 'rc11' | ok 'SB, exchanges'
lines 'P0: R x rlx r0; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | judged 'LB' '0:r0=1 1:r0=1' 'lb' | ok 'LB (C11 itself allows it, RC11 does not)'
lines 'P0: R x rlx r0; W y r0 rlx' 'P1: R y rlx r0; W x r0 rlx' | judged 'LB' '0:r0=1' '' | ok 'LB, out of thin air'
for o in rlx acq sc; do
    lines 'P0: W x 1 rlx' 'P1: W y 1 rlx' "P2: R x $o r0; R y $o r1" "P3: R y $o r0; R x $o r1" |
        judged 'IRIW' '2:r0=1 2:r1=0 3:r0=1 3:r1=0' 'rc11' | ok "IRIW, relaxed and $o"
done
lines 'P0: W x 1 sc' 'P1: W y 1 sc' 'P2: R x sc r0; R y sc r1' 'P3: R y sc r0; R x sc r1' |
    judged 'IRIW' '2:r0=1 2:r1=0 3:r0=1 3:r1=0' '' | ok 'IRIW, seq_cst'
lines 'P0: W x 1 rlx' 'P1: W y 1 rlx' 'P2: R x rlx r0; F sc; R y rlx r1' 'P3: R y rlx r0; F sc; R x rlx r1' |
    judged 'IRIW' '2:r0=1 2:r1=0 3:r0=1 3:r1=0' '' | ok 'IRIW, fences'
for o in rlx rel; do
    lines "P0: W x 1 $o; W y 2 $o" "P1: W y 1 $o; W x 2 $o" | judged '2+2W' 'x=1 y=1' 'rc11' | ok "2+2W, $o"
done
lines 'P0: W x 1 sc; W y 2 sc' 'P1: W y 1 sc; W x 2 sc' | judged '2+2W' 'x=1 y=1' '' | ok '2+2W, seq_cst'
lines 'P0: W x 1 rlx; F sc; W y 2 rlx' 'P1: W y 1 rlx; F sc; W x 2 rlx' | judged '2+2W' 'x=1 y=1' '' | ok '2+2W, fences'
lines 'P0: W x 1 rlx; W x 2 rlx' 'P1: R x rlx r0; R x rlx r1' | judged 'CoRR' '1:r0=2 1:r1=1' '' | ok 'CoRR'
lines 'P0: W x 1 rlx' 'P1: W x 2 rlx' 'P2: R x rlx r0; R x rlx r1' 'P3: R x rlx r0; R x rlx r1' |
    judged 'CoRR' '2:r0=1 2:r1=2 3:r0=2 3:r1=1' '' | ok 'CoRR, two readers'
lines 'P0: W x 1 rlx; R x rlx r0' 'P1: W x 2 rlx' | judged 'CoWR' '0:r0=2 x=1' '' | ok 'CoWR'
lines 'P0: R x rlx r0; W x 1 rlx' 'P1: W x 2 rlx' | judged 'CoRW' '0:r0=2 x=2' '' | ok 'CoRW'
lines 'P0: W x 1 rlx' 'P1: R x rlx r0; W y 1 rlx' 'P2: R y rlx r0; R x rlx r1' |
    judged 'WRC' '1:r0=1 2:r0=1 2:r1=0' 'rc11' | ok 'WRC, relaxed'
lines 'P0: W x 1 rlx' 'P1: R x rlx r0; W y 1 rel' 'P2: R y acq r0; R x rlx r1' |
    judged 'WRC' '1:r0=1 2:r0=1 2:r1=0' '' | ok 'WRC, release and acquire'
lines 'P0: W x 2 rlx; W y 1 rel' 'P1: R y acq r0; W x 1 rlx' | judged 'S' '1:r0=1 x=2' '' | ok 'S, release and acquire'
lines 'P0: W x 2 rlx; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | judged 'S' '1:r0=1 x=2' 'rc11' | ok 'S, relaxed'
lines 'P0: W x 1 rel; W y 1 rel' 'P1: W y 2 rel; R x acq r0' | judged 'R' 'y=2 1:r0=0' 'tso rc11' | ok 'R, release and acquire'
lines 'P0: W x 1 sc; W y 1 sc' 'P1: W y 2 sc; R x sc r0' | judged 'R' 'y=2 1:r0=0' '' | ok 'R, seq_cst'
lines 'P0: W x 1 rlx; W y 1 rel' 'P1: R y acq r0; W z 1 rel' 'P2: R z acq r0; R x rlx r1' |
    judged 'ISA2' '1:r0=1 2:r0=1 2:r1=0' '' | ok 'ISA2'
lines 'P0: W x 1 sc; W y 1 rel' 'P1: add y 1 sc r0; R y rlx r1' 'P2: W y 3 sc; R x sc r0' |
    judged 'Z6.U' '1:r0=1 1:r1=3 2:r0=0' 'rc11' | ok 'Z6.U: seq_cst does not order what others relaxed see'
lines 'P0: add x 1 rlx r0' 'P1: add x 1 rlx r0' | judged 'RMW' '0:r0=0 1:r0=0' '' | ok 'two additions do not meet'
lines 'P0: cas x 0 1 rlx r0' 'P1: cas x 0 2 rlx r0' | judged 'CAS' '0:r0=0 1:r0=0' '' | ok 'one exchange of two succeeds'
lines 'P0: cas x 0 1 rlx r0' 'P1: cas x 0 2 rlx r0' | judged 'CAS' '0:r0=0 1:r0=1 x=1' 'sc tso rc11' | ok 'the other sees it'
# Release sequences: through an RMW for all; through a store of the same thread for C11, but not for C++20; and for C11
# not if another thread's store stands between, which RC11 does not mind.
lines 'P0: W x 1 na; W y 1 rel' 'P1: add y 1 rlx r0' 'P2: R y acq r0; if r0 2; R x na r1' | judged 'RS' 'race' '' | ok 'release sequence: an RMW'
sequence() { # MODEL WANTED
    local found=none
    "$litmus" "$1" | grep -q '^  race$' && found=race
    [ $found = "$2" ] || echo "$1: $found"
}
same=$(lines 'P0: W x 1 na; W y 1 rel; W y 2 rlx' 'P1: R y acq r0; if r0 2; R x na r1')
between=$(lines 'P0: W x 1 na; W y 1 rel; W y 2 rlx' 'P1: W y 3 rlx; R y rlx r0; R y rlx r1' \
    'P2: R y acq r0; if r0 2; R y rlx r1; R x na r2')
for row in 'rc11 none' 'c11 none' 'c20 race'; do
    # shellcheck disable=SC2086 # two words
    sequence $row <<< "$same" | ok "release sequence: a store of the same thread: $row"
done
for row in 'rc11 none' 'c11 race' 'c20 race'; do
    # shellcheck disable=SC2086 # two words
    sequence $row <<< "$between" | ok "release sequence: a store of another thread between: $row"
done
lines 'P0: lock m; W x 1 na; unlock m' 'P1: lock m; R x na r0; unlock m' | judged 'lock' 'race' '' | ok 'a lock orders plain accesses'
lines 'P0: lock m; lock n; unlock n; unlock m' 'P1: lock n; lock m; unlock m; unlock n' | judged 'lock' 'stuck' 'sc tso rc11' | ok 'two locks in two orders'
lines 'P0: await x 1 acq' | judged 'await' 'stuck' 'sc tso rc11' | ok 'a wait for nobody'

# ---- how many schedules are inequivalent, from arithmetic

lines 'P0: lock m; unlock m; lock m; unlock m' 'P1: lock m; unlock m; lock m; unlock m' | executions 6 | ok 'two sections each: (2+2)!/2!2!'
lines 'P0: lock m; unlock m' 'P1: lock m; unlock m' 'P2: lock m; unlock m' | executions 6 | ok 'three sections: 3!'
lines 'P0: R x sc r0; W x 1 sc' 'P1: R x sc r0; W x 2 sc' | executions 4 | ok 'the lost update: 4'
lines 'P0: W x 1 sc' 'P1: R x sc r0' 'P2: R x sc r0' 'P3: R x sc r0' | executions 8 | ok 'one writer and three readers: 2^3'
lines 'P0: lock a; lock b; unlock b; unlock a' 'P1: lock b; lock c; unlock c; unlock b' \
    'P2: lock c; lock d; unlock d; unlock c' | executions 4 | ok 'a chain of three threads: 2^2'
# The numbers that programs of tests/explore-suite give, where it is not arithmetic.
lines 'P0: lock a; lock b; unlock b; unlock a' 'P1: lock b; lock a; unlock a; unlock b' | executions 3 | ok 'locks-in-two-orders: 3'
lines 'P0: lock a; lock b; unlock b; unlock a' 'P1: lock b; lock c; unlock c; unlock b' \
    'P2: lock a; lock c; unlock c; unlock a' | executions 6 | ok 'philosophers-ordered: 6'
lines 'P0: lock a; lock b; unlock b; unlock a' 'P1: lock b; lock c; unlock c; unlock b' \
    'P2: lock c; lock a; unlock a; unlock c' | executions 7 | ok 'philosophers-round: 7'
lines 'P0: lock m; unlock m; lock m; unlock m' 'P1: lock m; unlock m' | executions 3 | ok 'transfer-in-two-sections: 3'
lines 'P0: R x sc r0; ifnot r0 0; add x -1 sc r1' 'P1: R x sc r0; ifnot r0 0; add x -1 sc r1' 'init: x=1' |
    executions 4 | ok 'seat-check-then-act: 4'
lines 'P0: R x sc r0; cas x 0 1 sc r1' 'P1: R x sc r0; cas x 0 1 sc r1' | executions 4 | ok 'counter-cas: 4'
lines 'P0: W x 1 sc; W y 1 sc' 'P1: R y sc r0; R x sc r1' | executions 3 | ok 'mp: 3'
lines 'P0: W x 1 na; W y 1 rel' 'P1: R y acq r0; if r0 1; R x na r1' | executions 2 | ok 'mp-plain-data: 2'
lines 'P0: W x 42 na; W y 1 rel' 'P1: add y 1 rlx r0' 'P2: R y acq r0; if r0 2; R x na r1' | executions 6 | ok 'mp-release-sequence: 6'
lines 'P0: W x 1 sc; R y sc r0' 'P1: W y 1 sc; R x sc r0' | executions 3 | ok 'sb: 3'
lines 'P0: R y sc r0; W x 1 sc' 'P1: R x sc r0; W y 1 sc' | executions 3 | ok 'lb: 3'
lines 'P0: W x 1 sc' 'P1: W y 1 sc' 'P2: R x sc r0; R y sc r1' 'P3: R y sc r0; R x sc r1' | executions 15 | ok 'iriw: 15'
lines 'P0: W x 1 sc; W y 2 sc' 'P1: W y 1 sc; W x 2 sc' | executions 3 | ok 'two-plus-two-writes: 3'
lines 'P0: W x 1 sc; W x 2 sc' 'P1: R x sc r0; R x sc r1' | executions 6 | ok 'coherence: 6'
lines 'P0: W x 1 sc' 'P1: R x sc r0; W y 1 sc' 'P2: R y sc r0; R x sc r1' | executions 7 | ok 'causality: 7'
lines 'P0: W c 1 sc; W x 7 sc; W y 7 sc; W c 2 sc' 'P1: R c sc r0; R x sc r1; R y sc r2; R c sc r3' | executions 18 | ok 'seqlock: 18'
lines 'P0: W c 1 sc; W x 7 sc; W y 7 sc; W c 2 sc' 'P1: R c sc r0; R x sc r1; R y sc r2' | executions 9 | ok 'seqlock-one-look: 9'
lines 'P0: W c 1 rlx; F rel; W x 7 rlx; W y 7 rlx; W c 2 rel' 'P1: R c acq r0; R x rlx r1; R y rlx r2; F acq; R c rlx r3' |
    judged 'seqlock' '1:r0=0 1:r1=7 1:r2=0 1:r3=0' '' | ok 'seqlock: with its fences no torn pair'
lines 'P0: W c 1 rlx; W x 7 rlx; W y 7 rlx; W c 2 rlx' 'P1: R c rlx r0; R x rlx r1; R y rlx r2; R c rlx r3' |
    judged 'seqlock' '1:r0=0 1:r1=7 1:r2=0 1:r3=0' 'rc11' | ok 'seqlock: without, a torn pair'
last_zero() { # N: one looks from x_N down for a zero, N add; as in tests/explore-suite/bench/last-zero.c
    local n=$1 name=abcdefgh i all='P0:'
    for ((i = n; i > 0; i--)); do all+=" R ${name:i:1} sc r$i; ifnot r$i 0;"; done
    echo "$all R a sc r0"
    for ((i = 1; i <= n; i++)); do echo "P$i: R ${name:i-1:1} sc r0; W ${name:i:1} r0+1 sc"; done
}
for n in 2 3 4 5; do last_zero $n | executions $(((n + 3) << (n - 2))) | ok "last-zero, $n: $(((n + 3) << (n - 2)))"; done

# ---- programs made up by dice

says() { # MODEL < what the tool printed: its outcomes
    awk -v model="$1:" '/^[a-z]/ { on = $1 == model; next } on'
}
for seed in $(seq 1 "${LITMUS_SEEDS:-100}"); do
    echo "seed $seed"
    $litmus --random="$seed" > "$dir/program"
    $litmus sc tso rc11 c11 c20 sc-machine tso-machine < "$dir/program" || echo 'it fails'
    echo 'strong:'
    sed -E 's/\<(rlx|acq|rel|ar)\>/sc/g' "$dir/program" | $litmus sc rc11
done > "$dir/said"
awk -v dir="$dir" '
    function within(a, b, file,   o) {
        for (o in outcome) {
            split(o, part, SUBSEP)
            if (part[1] == a && !((b, part[2]) in outcome)) print "seed " seed ": " a " allows " part[2] ", " b " does not" > (dir "/" file)
        }
    }
    function same(a, b, file) { within(a, b, file); within(b, a, file) }
    function compare() {
        if (!seed) return
        n = split("sc tso rc11 c11 c20", m, " ")
        for (i = 1; i < n; i++) within(m[i], m[i + 1], "order")
        same("sc", "sc-machine", "machine"); same("tso", "tso-machine", "machine")
        same("strong sc", "strong rc11", "strong")
        delete outcome
    }
    /^seed/ { compare(); seed = $2; strong = ""; seeds++; next }
    /^strong/ { strong = "strong "; next }
    /^  / { outcome[strong model, $0]; next }
    /outcomes/ { model = $1; sub(/:/, "", model); models++; next }
    { print > (dir "/order") }
    END { compare(); if (models != 9 * seeds) print models " answers to " seeds " programs" > (dir "/order") }' "$dir/said"
touch "$dir"/{order,machine,strong}
ok 'what sc allows, tso allows, and so on to rc11, c11 and c20' < "$dir/order"
ok 'axioms and machine agree on sc and tso' < "$dir/machine"
ok 'with seq_cst everywhere, rc11 allows what sc does' < "$dir/strong"

# ---- as C

$litmus --random=7 | $litmus --only=rc11 > "$dir/only.c"
$litmus --random=7 | $litmus --c='0:r0=1' > "$dir/one.c" 2>&1 || $litmus --random=7 | $litmus --c='x=1' > "$dir/one.c"
{ for cc in gcc clang; do
    ! command -v $cc > /dev/null || $cc -std=c11 -Wall -Wextra -Werror -pthread -o "$dir/only" "$dir/only.c" &&
        $cc -std=c11 -Wall -Wextra -Werror -pthread -c -o "$dir/one.o" "$dir/one.c"
done; } 2>&1 | ok 'the programs in C compile'
{ "$dir/only" || echo 'it has an outcome that the model forbids'; } 2>&1 | ok 'run, one has an outcome that is allowed, and says nothing'
{ $litmus --random=1 > "$dir/a"; $litmus --random=1 | cmp - "$dir/a"; } 2>&1 | ok 'the same seed, the same program'
{ lines 'P0: W x 1' | $litmus sc 2>&1 && echo 'exit status 0'; } | grep -v 'not understood' | ok 'half an access is refused'
{ lines 'P0: R x na r0; W x 1 rlx' | $litmus sc 2>&1 && echo 'exit status 0'; } | grep -v 'one of them' | ok 'plain and atomic access to one variable is refused'
{ lines 'P0: lock m' | $litmus --numbers > /dev/null 2>&1 && echo 'exit status 0'; } | ok 'a lock is not told as numbers'
{ $litmus arm < /dev/null 2>&1 && echo 'exit status 0'; } | grep -v 'no model' | ok 'a model that there isn'"'"'t'

# ---- load buffering: what lb allows, the interleaver finds with `weak`, and nothing else

EXPLORE_KEEP=$dir/any tests/explore tests/explore-litmus-run.c quiet > "$dir/built"
# buffers OUTCOME yes|no < PROGRAM: whether lb allows it, whose outcomes are all that is found
buffers() {
    local program said found=no
    program=$(cat)
    said=$($litmus lb <<< "$program" | sed -n 's/^  //p')
    awk -v words="$1" '{ n = split(words, w, " "); for (i = 1; i <= n; i++) if (index($0 " ", w[i] " ") == 0) next; hit = 1 } END { exit !hit }' <<< "$said" && found=yes
    [ $found = "$2" ] || echo "lb: $found"
    LITMUS=$($litmus --numbers <<< "$program") "$dir/any" quiet outcomes weak seconds=100 < /dev/null > "$dir/found"
    grep -q '^holds' "$dir/found" || tail -n 1 "$dir/found"
    sed -n 's/^outcome: [0-9]* x //p' "$dir/found" | sed 's/ *$//' | LC_ALL=C sort | diff - <(LC_ALL=C sort <<< "$said")
}
both='0:r0=1 1:r0=1'
for o in 'rlx rlx yes' 'acq rlx yes' 'rlx rel yes' 'acq rel no' 'sc sc no' 'sc rlx yes'; do
    read -r load store wanted <<< "$o"
    lines "P0: R x $load r0; W y 1 $store" "P1: R y $load r0; W x 1 $store" | buffers "$both" "$wanted" | ok "LB, loads $load, stores $store"
done
lines 'P0: R x acq r0; W y 1 rlx' 'P1: R y rlx r0; W x 1 rel' | buffers "$both" no | ok 'LB, one pair synchronised'
lines 'P0: R x rlx r0; W y r0+0 rlx' 'P1: R y rlx r0; W x 1 rlx' | buffers "$both" yes | ok 'LB, one side passes on what it has read'
lines 'P0: R x rlx r0; W y r0+0 rlx' 'P1: R y rlx r0; W x r0+0 rlx' | buffers "$both" no | ok 'LB, both do: out of thin air'
lines 'P0: R x rlx r0; W y r0+1 rlx' 'P1: R y rlx r0; W x r0+0 rlx' | buffers '0:r0=2' no | ok 'LB, a value that grows on itself'
lines 'P0: R x rlx r0; if r0 1; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | buffers "$both" yes | ok 'LB, one side decides'
lines 'P0: R x rlx r0; if r0 1; W y 1 rlx' 'P1: R y rlx r0; if r0 1; W x 1 rlx' | buffers "$both" no | ok 'LB, both decide'
for o in 'acq yes' 'rel yes' 'ar no' 'sc no'; do
    read -r fence wanted <<< "$o"
    lines "P0: R x rlx r0; F $fence; W y 1 rlx" "P1: R y rlx r0; F $fence; W x 1 rlx" | buffers "$both" "$wanted" | ok "LB, two fences $fence"
done
lines 'P0: R x rlx r0; F sc; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | buffers "$both" yes | ok 'LB, a fence on one side'
lines 'P0: R x rlx r0; W y 1 rlx' 'P1: R y rlx r0; W z 1 rlx' 'P2: R z rlx r0; W x 1 rlx' | buffers "$both 2:r0=1" yes | ok 'LB, three threads'
lines 'P0: R x rlx r0; W y 1 rlx' 'P1: R y rlx r0; W z r0+0 rel' 'P2: R z acq r0; W x r0+0 rlx' | buffers "$both 2:r0=1" yes | ok 'LB, three threads, one pair synchronised, two dependent'
lines 'P0: R x rlx r0; W y 1 rel' 'P1: R y acq r0; W z 1 rel' 'P2: R z acq r0; W x 1 rlx' | buffers "$both 2:r0=1" no | ok 'LB, three threads, two pairs synchronised'
lines 'P0: R x rlx r0; W y 1 rlx' 'P1: R z rlx r0; W w 1 rlx' 'P2: R y rlx r0; R w rlx r1; W x r0+0 rlx; W z r1+0 rlx' |
    buffers '0:r0=1 1:r0=1 2:r0=1 2:r1=1' yes | ok 'LB, two circles'
lines 'P0: R z rlx r0; W a 1 rlx' 'P1: R w rlx r0; R a rlx r1; W y r1+0 rlx' 'P2: R y rlx r0; W z r0+0 rlx; W w r0+0 rlx' |
    buffers '0:r0=1 1:r0=1 1:r1=1 2:r0=1' yes | ok 'LB, a promise that rests on a promise'
lines 'P0: R z rlx r0; W a 1 rel' 'P1: R w rlx r0; R a acq r1; W y r1+0 rlx' 'P2: R y rlx r0; W z r0+0 rlx; W w r0+0 rlx' |
    buffers '0:r0=1 1:r0=1 1:r1=1 2:r0=1' yes | ok 'LB, a promise that rests on one that is read only when kept'
lines 'P0: R x rlx r0; R x rlx r1; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | buffers '0:r0=1 0:r1=0' no | ok 'LB within CoRR'
lines 'P0: R x rlx r0; W x 2 rlx; W y 1 rlx' 'P1: R y rlx r0; W x 1 rlx' | buffers '0:r0=1 x=1' no | ok 'LB within CoRW'
lines 'P0: R x rlx r0; W y 1 rlx; W y 2 rlx' 'P1: R y rlx r0; R y rlx r1; W x 1 rlx' | buffers '0:r0=1 1:r0=2 1:r1=1' no | ok 'LB within CoRR of two promises'
lines 'P0: R x rlx r0; add y 1 rlx r1' 'P1: R y rlx r0; W x 1 rlx' | buffers "$both" yes | ok 'LB, by an addition'
lines 'P0: R x rlx r0; cas y 0 1 rlx r1' 'P1: add y 1 rlx r0; W x 1 rlx' | buffers "$both" yes | ok 'LB, by a compare-and-swap that is read by an addition'
lines 'P0: add x 1 rlx r0; W y 1 rlx' 'P1: R y rlx r0; W x 5 rlx' | buffers '0:r0=5 1:r0=1' yes | ok 'LB, the load is an addition'
lines 'P0: R x rlx r0; W y r0+1 rlx' 'P1: R y rlx r0; W x 0 rlx' | buffers '1:r0=1' yes | ok 'no LB, the value is that of the beginning'
seen='R y rlx r0; if r0 1; R y rlx r1; if r1 2; R y rlx r2; if r2 1; W x 1 rlx'
lines 'P0: R x rlx r0; W y 1 rlx; W y 1 rlx' "P1: $seen" 'P2: W y 2 rlx' | buffers "$both 1:r1=2 1:r2=1" yes | ok 'LB, the same store promised twice'
lines 'P0: R x rlx r0; xchg y 1 rlx r1; xchg y 1 rlx r2' "P1: $seen" 'P2: W y 2 rlx' | buffers "$both 1:r1=2 1:r2=1" yes | ok 'LB, the same exchange promised twice'
lines 'P0: R x rlx r0; W y 1 rlx; W y 1 rlx; W z r0+0 rlx' "P1: R z rlx r3; $seen" 'P2: W y 2 rlx' | buffers "$both 1:r3=1" yes | ok 'LB, a promise that rests on two of the same store'
said=$(tests/explore tests/explore-suite/lb-relaxed.c weak)
said=$(tests/explore tests/explore-suite/lb-thin-air.c weak quiet "replay=$(sed -n 's/^replay=//p' <<< "$said")")
{ [[ $said == *"can't say: thread 1 can't make this store alone"* ]] || echo "$said"; } | ok 'a replay makes no promise that the thread could not keep alone'

# ---- the interleaver has the same outcomes

agree() { # SEED...
    local said
    said=$(SEEDS=$* timeout 550 tests/explore-random)
    grep -q "^# 0 of $# programs wrong" <<< "$said" || grep -v '^ok' <<< "$said"
}
# shellcheck disable=SC2046 # numbers
agree $(seq 1 "${RANDOM_SEEDS:-30}") | ok 'the interleaver has the outcomes of sc, rc11 and tso on programs made up by dice'
OPTIONS=all agree 1 2 4 5 7 8 10 11 | ok 'and the same if no schedule is left out'
# shellcheck disable=SC2046 # numbers
MODELS=lb agree $(seq 1 "${RANDOM_SEEDS:-30}") | ok 'and those of lb'
# shellcheck disable=SC2046 # numbers
KIND=buffering MODELS=lb agree $(seq 1 "${RANDOM_SEEDS:-40}") | ok 'also on programs with dependencies'
echo "1..$tests"
