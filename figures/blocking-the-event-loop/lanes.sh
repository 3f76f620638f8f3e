#!/usr/bin/env bash
# What strace sees of the loop and its clients in bad.c and in good.c, of each in the quickest of ten runs; lanes.awk
# draws it. `make record` runs it when one of them is another. Renews figures/blocking-the-event-loop/lanes.out.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/lib/record.sh
. tests/lib/record.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trace='strace -f -ttt -T -qqq -e trace=epoll_wait,read,write -e verbose=none -e signal=none'
for program in bad good; do
    gcc -std=c11 -O2 -pthread -o "$work/$program" "tangled/blocking-the-event-loop/$program.c"
    least=
    for ((run = 0; run < 10; run++)); do
        (cd "$work" && $trace -o seen "./$program" > /dev/null 2>&1) || [ $? = 1 ]     # bad.c fails, as it should
        took=$(awk '/write\([0-9]+, "[a-z]", 1/ && !asked { asked = $2 } { last = $2 } END { printf "%d", (last - asked) * 1e6 }' "$work/seen")
        if [ -z "$least" ] || [ "$took" -lt "$least" ]; then least=$took; mv "$work/seen" "$work/$program.seen"; fi
    done
done
{
    stamp output "$trace ./bad; $trace ./good" "$(versions gcc strace)"
    hashes blocking-the-event-loop bad.c good.c
    for program in bad good; do
        printf '\n$ %s\n' "$trace ./$program"
        cat "$work/$program.seen"
    done
} | keep figures/blocking-the-event-loop/lanes.out
