#!/usr/bin/env bash
# Takes long.
# The witness on fixtures of every kind of failure, each right and subtly wrong (fixture.c, witness-check.c):
# every row has to get its verdict, in the right words; on one CPU, without privileges, with calls forbidden, on a full
# disk, with no home, and killed on the way.
# shellcheck disable=SC2001,SC2016
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL BUILD ONLY PROGRAMS TEMP
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
chmod 755 "$dir"
tests=0
report() { # STATUS NAME [WHAT]
    tests=$((tests + 1))
    if [ "$1" = 0 ]; then echo "ok $tests - $2"; else echo "not ok $tests - $2"; sed 's/^/#   /' <<< "${3-}"; fi
}
skip() { tests=$((tests + 1)); echo "ok $tests - $1 # SKIP $2"; }

# ---- the programs, and the suite
[ -e tangled/.lines/witness/witness.c ] || make tangle > /dev/null
lines=tangled/.lines
built=0
compile() { # KIND OUTPUT FILE...
    local kind=$1 output=$2
    shift 2
    # shellcheck disable=SC2046
    $(tests/flags "$kind" | sed 's/-Werror//; s/-W[a-z]*//g') -w -I$lines/witness -I$lines/proving-a-hang -o "$output" "$@" \
        $(pkg-config --cflags --libs check) 2>&1 || built=1
}
for kind in gcc-O0 gcc-tsan gcc-asan; do
    mkdir "$dir/$kind"
    compile $kind "$dir/$kind/fixture" tests/proof/fixture.c
    for name in $("$dir/$kind/fixture" list); do ln "$dir/$kind/fixture" "$dir/$kind/$name"; done
done
compile gcc-O2 "$dir/forbid" tests/proof/forbid.c
compile gcc-O2 "$dir/witness.o" -c $lines/witness/witness.c
compile gcc-O2 "$dir/hang.o" -c $lines/proving-a-hang/hang.c
compile gcc-O2 "$dir/suite" tests/proof/witness-check.c "$dir/witness.o" "$dir/hang.o"
report $built 'the fixtures and the witness compile'

# ---- what each row has to give: CONDITION "what" "words" on a line
awk '/^    \{ "/ {
        row = $0; sub(/^    \{ "/, "", row); name = row; sub(/".*/, "", name)
        want = $0; sub(/.*\/\* /, "", want); sub(/ \*\/$/, "", want)
        kind = "plain"
        if (match(want, /^(tsan|asan): /)) { kind = substr(want, 1, RLENGTH - 2); want = substr(want, RLENGTH + 1) }
        print kind "\t" name "\t" want
    }' tests/proof/witness-check.c > "$dir/wanted"

# compare NAME KIND TAP [EXCEPTION...]: an exception is "program=what is wanted here instead".
compare() {
    local name=$1 kind=$2 tap=$3 wrong
    shift 3
    wrong=$(awk -F '\t' -v kind="$kind" -v exceptions="$(printf '%s\n' "$@")" '
        BEGIN { n = split(exceptions, e, "\n"); for (i = 1; i <= n; i++) { at = index(e[i], "="); if (at) other[substr(e[i], 1, at - 1)] = substr(e[i], at + 1) } }
        FNR == NR { if ($1 == kind) { want[++rows] = $2 in other ? other[$2] : $3; name[rows] = $2 } next }
        /^(not )?ok [0-9]+ / { row++; line[row] = $0; told[row] = ""; next }
        /^#/ { told[row] = told[row] " " substr($0, 3) }
        END {
            for (i = 1; i <= rows; i++) {
                w = want[i]
                if (w == "ok") good = line[i] ~ /^ok / && line[i] !~ /# SKIP/
                else if (w ~ /^skip: /) good = line[i] ~ /^ok / && index(line[i], "# SKIP") && index(line[i], substr(w, 7))
                else good = line[i] ~ /^not ok / && index(told[i], substr(w, 9)) && index(told[i], "fixtures: " name[i] ": expected: ") && index(told[i], "to repeat: make check C=fixtures")
                if (!good) print "row " i ", " name[i] ": wanted " w "; got " line[i] told[i]
            }
            for (i = rows + 1; i <= row; i++) if (line[i] !~ /^ok /) print line[i] told[i]
            if (row < rows) print "only " row " of " rows " rows were told"
        }' "$dir/wanted" "$tap")
    [ -z "$wrong" ]
    report $? "$name" "$wrong"
}
run() { # KIND TAP COMMAND...: the suite on the programs of that kind
    local kind=$1 tap=$2
    shift 2
    PROGRAMS=$dir/$kind timeout 120 env "$@" "$dir/suite" > "$tap" 2>&1
}
nobody=(setpriv --reuid=65534 --regid=65534 --clear-groups --inh-caps=-all --bounding-set=-all)
left_over() { pgrep -f "^$dir" || true; }

one=$(taskset -pc $$ | sed 's/.*[ :]\([0-9]*\).*/\1/')
# A place in which there is no room, for Check's messages and for the results.
full='mkdir -p "$0/full"; mount -t tmpfs -o size=64k none "$0/full"; cat /dev/zero > "$0/full/x"; export TEMP="$0/full"; '
# They mostly wait, and so they run side by side.
run gcc-O0 "$dir/tap" &
run gcc-O0 "$dir/tap-one" taskset -c "$one" &
HOME=/proc run gcc-O0 "$dir/tap-home" "$dir/forbid" perf -- &
run gcc-O0 "$dir/tap-ptrace" "$dir/forbid" ptrace -- &
run gcc-O0 "$dir/tap-seccomp" "$dir/forbid" seccomp -- &
if [ "$(id -u)" = 0 ]; then run gcc-O0 "$dir/tap-nobody" "${nobody[@]}" & fi
if unshare -m true 2> /dev/null; then
    PROGRAMS=$dir/gcc-O0 timeout 120 unshare -m bash -c "$full"'exec "$0/suite"' "$dir" > "$dir/tap-full" 2>&1 &
    ONLY=violated unshare -m bash -c "$full"'mount --bind "$0" /mnt; mount --bind "$0/full" /tmp; PROGRAMS=/mnt/gcc-O0 exec /mnt/suite' \
        "$dir" > "$dir/tap-tmp" 2>&1
    unshare -m bash -c "$full"'tests/suite "$0/suite" "$0/gcc-O0" "$0/full/check.tap" key holds > "$0/suite.t"; bash "$0/suite.t"; ls "$0/full"' \
        "$dir" > "$dir/tap-results" 2>&1
fi
wait
compare 'every fixture gets its verdict' plain "$dir/tap"
report "$([ -z "$(left_over)" ]; echo $?)" 'and nothing is left running' "$(left_over | xargs -r ps -fp)"
ONLY='races*' run gcc-tsan "$dir/tap"
compare 'ThreadSanitizer: a report, and none' tsan "$dir/tap"
ONLY='uses-*' run gcc-asan "$dir/tap"
compare 'AddressSanitizer: a report, and none' asan "$dir/tap"
compare 'the same on one CPU' plain "$dir/tap-one"

# ---- machines that give less
compare 'the same with no home to write to, and without perf' plain "$dir/tap-home"
compare 'the same with ptrace and process_vm_readv forbidden' plain "$dir/tap-ptrace"
if [ "$(id -u)" = 0 ]; then
    compare 'the same as nobody, without a single privilege; what may not be looked into is skipped' plain "$dir/tap-nobody" \
        'undumpable=skip: a hang can'\''t be proven here'
else
    skip 'as nobody' 'this is not root'
fi
if unshare -m true 2> /dev/null; then
    compare 'the same on a full disk' plain "$dir/tap-full"
    report "$(grep -q "^# /tmp has no room, Check's messages go to /dev/shm" "$dir/tap-tmp" && grep -q '^ok 1 - violated' "$dir/tap-tmp"; echo $?)" \
        'a full /tmp is told, and got around' "$(cat "$dir/tap-tmp")"
    report "$(grep -q '^not ok 1 - holds: violates' "$dir/tap-results" && grep -q '# .*/full/check.tap could not be kept' "$dir/tap-results" \
        && [ "$(tail -2 "$dir/tap-results" | grep -c check.tap)$(tail -1 "$dir/tap-results")" = 1x ]; echo $?)" \
        'results that find no room are told, not kept, and nothing half-written stays' "$(cat "$dir/tap-results")"
else
    for what in 'on a full disk' 'a full /tmp' 'no room for results'; do skip "$what" 'no such place can be mounted here'; done
fi
# Without seccomp nothing is counted: rows about counts are skipped, the others are judged by what is left to see.
wrong=$(awk '/^(not )?ok [0-9]+ - / { line = $0; about = /leaves [0-9]+ (thread|desc|child|zomb|mapp)|calls read/ }
    about && /^(not )?ok/ && !/^ok .*# SKIP counting needs seccomp_unotify: seccomp: EPERM/ { print }
    /^not ok .* leaves-(grandchild|child): holds/ { left++ } /^ok .* (violated|holds|cycle): (violates|holds|stuck)/ { fine++ }
    /^# not counted: seccomp: EPERM/ { told++ }
    END { if (left != 2 || fine != 3 || told < 5) print left " " fine " " told }' "$dir/tap-seccomp")
report "$([ -z "$wrong" ]; echo $?)" 'without seccomp: what is about counts is skipped, the rest is judged, and it is told' "$wrong"

# ---- rows that make no sense
while IFS= read -r row; do
    printf '#include "witness.h"\nstatic const struct expectation expected[] = { { "holds", HOLDS("x") }, { "holds", %s } };\nSUITE("fixtures", expected)\n' \
        "$row" > "$dir/row.c"
    compile gcc-O0 "$dir/row" "$dir/row.c" "$dir/witness.o" "$dir/hang.o"
    PROGRAMS=$dir/gcc-O0 "$dir/row" > "$dir/tap" 2>&1
    report "$([ $? = 2 ] && grep -q '^Bail out! fixtures: the row of holds makes no sense' "$dir/tap"; echo $?)" "no sense: $row" "$(cat "$dir/tap")"
done << 'END'
.limit_ms = 5
HOLDS("a"), VIOLATES("b", "c")
VIOLATES("a", "b"), STUCK("x waits for mutex m, held by y")
STUCK("")
DIES(SIGABRT), LEAVES(ZOMBIES, 17)
HOLDS("a"), CALLS("reed", 1, 2)
REPORTS(HELGRIND, "")
END
# ---- killed on the way
for signal in KILL INT 'KILL, alone,'; do
    (cd "$dir" && ONLY=family PROGRAMS=$dir/gcc-O0 exec env --default-signal setsid "$dir/suite" > /dev/null 2>&1) &
    suite=$!
    until [ "$(left_over | wc -l)" -ge 9 ] || ! kill -0 $suite 2> /dev/null; do :; done  # suite, test, keeper, and six of the family
    case $signal in *alone*) kill -KILL $suite ;; *) kill "-$signal" -- "-$suite" ;; esac
    wait $suite 2> /dev/null
    for ((i = 0; i < 500; i++)); do [ -n "$(left_over)" ] || break; sleep 0.01; done
    report "$([ -z "$(left_over)" ]; echo $?)" "a suite that gets SIG$signal takes its programs along, and their children" "$(left_over | xargs -r ps -fp)"
done
echo "1..$tests"
