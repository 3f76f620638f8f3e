#!/usr/bin/env bash
# The interleaver with other compilers, levels and processors: TAP. The same verdicts are expected everywhere; a
# compiler that isn't there is skipped. By hand, for it takes minutes a setting, all that the proof explores:
#   SETTINGS='gcc-14:-O2 clang-19:-O0' tests/proof/explore-platforms.t      TESTS='explore-suite trace': only these
# What it says then, of any number of machines, is what tests/explore-compilers makes a record of.
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

# missing COMPILER: why nothing can be done with it, if so
missing() {
    command -v "$1" > /dev/null || { echo "there is no $1"; return; }
    [[ $1 != aarch64* ]] || [ "$(uname -m)" = aarch64 ] || command -v qemu-aarch64 > /dev/null || echo 'there is no qemu-aarch64'
}
if [ -n "${SETTINGS:-}" ]; then
    # shellcheck source=tests/lib/record.sh
    . tests/lib/record.sh
    engine=$(engine)
    for setting in $SETTINGS; do
        cc=${setting%:*} level=${setting#*:} why=$(missing "${setting%:*}")
        for test in ${TESTS:-explore-suite explore litmus trace}; do
            n=$((n + 1)) started=$SECONDS
            if [ -n "$why" ]; then
                echo "ok $n - $test with $cc $level # SKIP $why"
                continue
            fi
            CC=$cc EXPLORE_O=$level "tests/proof/$test.t" > "$work/said" 2>&1 || { bad=$((bad + 1)); printf 'not '; }
            echo "ok $n - $test with $cc $level"
            sed '/^ok /{/# SKIP/!d}; s/^/#   /' "$work/said"
            awk '/^(not )?ok / { total++ } /^not ok / && !/# TODO/ { wrong++ } /# (SKIP|TODO)/ { left++ }
                END { printf "# %d passed, %d failed, %d left out", total - wrong - left, wrong, left }' "$work/said"
            glibc=$(printf '#include <features.h>\n__GLIBC__ __GLIBC_MINOR__\n' | "$cc" -E -P - | tail -n 1)
            echo ", in $((SECONDS - started)) s: $test with $(versions "$cc"), $level, glibc ${glibc/ /.}, ${engine#sha256 }"
        done
    done
    echo "1..$n"
    [ $bad = 0 ]
    exit
fi

# A compiler for a processor that isn't known is refused before anything is compiled.
printf '#!/bin/sh\necho riscv64-linux-gnu\n' > "$work/elsewhere-gcc"
chmod +x "$work/elsewhere-gcc"
expect 'another processor is refused' "^can't say: .* compiles for riscv64$" 2 \
    env CC="$work/elsewhere-gcc" tests/explore tests/explore-suite/counter-cas.c

# What holds, what spins, what lives in registers across a call, and what fails in each of the ways that differ.
programs='spin-for-nobody:1:loop spin-flag:0:holds counter-plain:1:race philosophers-round:1:deadlock leak-of-the-loser:1:leak
    seqlock:0:holds copy-memcpy:1:race free-then-use:1:free buffer-semaphores-three:1:slot.0.'
for setting in gcc:-O1 gcc:-O2 clang:-O0 clang:-O2 aarch64-linux-gnu-gcc:-O0 aarch64-linux-gnu-gcc:-O2; do
    cc=${setting%:*} level=${setting#*:}
    for row in $programs; do
        IFS=: read -r program status pattern <<< "$row"
        [ -e "tests/explore-suite/$program.c" ] || continue
        why=$(missing "$cc")
        if [ -n "$why" ]; then
            n=$((n + 1))
            echo "ok $n - $program with $cc $level # SKIP $why"
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
