#!/usr/bin/env bash
# The interleaver with other compilers, levels and processors: TAP. The same verdicts are expected everywhere; a
# compiler that isn't there is skipped. By hand, all of it: CC=clang EXPLORE_O=-O2 tests/proof/explore-suite.t
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
n=0 bad=0
# expect NAME PATTERN STATUS COMMAND...: the last line of what is said, and the status
expect() {
    local name=$1 pattern=$2 status=$3 said is=0
    shift 3
    said=$("$@" 2>&1) || is=$?
    n=$((n + 1))
    if [ $is = "$status" ] && grep -qE -- "$pattern" <<< "${said##*$'\n'}"; then
        echo "ok $n - $name"
    else
        bad=$((bad + 1))
        printf 'not ok %s - %s\n#   expected status %s and /%s/\n#   status %s, said: %s\n' "$n" "$name" "$status" "$pattern" \
            $is "${said##*$'\n'}"
    fi
}

# A compiler for a processor that isn't known is refused before anything is compiled.
printf '#!/bin/sh\necho riscv64-linux-gnu\n' > "$work/elsewhere-gcc"
chmod +x "$work/elsewhere-gcc"
expect 'another processor is refused' "^can't say: .* compiles for riscv64$" 2 \
    env CC="$work/elsewhere-gcc" tests/explore tests/explore-suite/counter-cas.c

# What holds, what spins, what lives in registers across a call, and what fails in each of the ways that differ.
programs='spin-for-nobody:1:loop spin-flag:0:holds counter-plain:1:race philosophers-round:1:deadlock leak-of-the-loser:1:leak
    seqlock:0:holds copy-memcpy:1:race free-then-use:1:free'
for setting in gcc:-O1 gcc:-O2 clang:-O0 clang:-O2 aarch64-linux-gnu-gcc:-O0 aarch64-linux-gnu-gcc:-O2; do
    cc=${setting%:*} level=${setting#*:}
    for row in $programs; do
        IFS=: read -r program status pattern <<< "$row"
        [ -e "tests/explore-suite/$program.c" ] || continue
        if ! command -v "$cc" > /dev/null || { [[ $cc == aarch64* ]] && [ "$(uname -m)" != aarch64 ] && ! command -v qemu-aarch64 > /dev/null; }; then
            n=$((n + 1))
            echo "ok $n - $program with $cc $level # SKIP there is no $cc, or nothing to run what it makes"
            continue
        fi
        if [ "$setting:$program" = clang:-O2:spin-for-nobody ]; then     # what nobody writes is a constant to clang
            status=2 pattern="can't say: .* takes no step"
        fi
        expect "$program with $cc $level" "$pattern" "$status" env CC="$cc" EXPLORE_O="$level" \
            timeout 60 tests/explore "tests/explore-suite/$program.c" quiet seconds=20
    done
done

# A schedule is looked at from inside: the breakpoint is met in the failing schedule, and the verdict is the same.
if command -v gdb > /dev/null; then
    list=$(tests/explore tests/explore-suite/philosophers-round.c quiet | sed -n 's/^replay=//p')
    list=${list:-$(tests/explore tests/explore-suite/philosophers-round.c | sed -n 's/^replay=//p')}
    printf 'break philosophers-round.c:17\nrun\nbacktrace 1\ndelete\ncontinue\n' > "$work/commands"
    gdb_says() {
        EXPLORE_RUN="gdb -q -batch -x $work/commands --args" timeout 60 tests/explore tests/explore-suite/philosophers-round.c \
            "replay=$list" quiet 2>&1 | grep -E '^Breakpoint|deadlock' | tr '\n' ' '
    }
    expect 'a schedule under gdb' 'Breakpoint 1, .*philosophers-round\.c:17.*deadlock' 0 gdb_says
else
    n=$((n + 1))
    echo "ok $n - a schedule under gdb # SKIP there is no gdb"
fi
echo "1..$n"
[ $bad = 0 ]
