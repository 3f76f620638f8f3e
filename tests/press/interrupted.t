#!/usr/bin/env bash
# A build that is killed at once, all of it, is taken up again, and gives what an undisturbed one gives.
. "$(dirname "$0")/lib.sh"
sums() { (cd "$1/book/out" && find . -type f ! -path './.cache/*' ! -path './html/fonts/*' -exec sha256sum {} + | LC_ALL=C sort -k 2); }
book "$place/whole"
ok 'an undisturbed build' make book
expected=$(sums "$place/whole")

# Killed when a line appears in what it says, or so long after.
killed() { # NAME WORDS DELAY GOAL
    rm -rf "$place/cut"
    book "$place/cut"
    setsid make "$4" > "$place/log" 2>&1 &
    local group=$! tries=0 dead
    until grep -q "$2" "$place/log" || [ $((tries += 1)) -gt 1500 ]; do sleep 0.02; done
    sleep "$3"
    kill -9 -- "-$group" 2> /dev/null
    dead=$?
    wait "$group" 2> /dev/null
    is "$1: it was killed in time" "$dead" 0
}
taken_up() { # NAME
    run make book
    is "$1: the next build is done" "$status$(faults)" 0
    is "$1: and gives the same bytes" "$(diff <(echo "$expected") <(sums "$place/cut"))" ''
    is "$1: and leaves no half-written file" "$(half_written)" ''
    run make
    is "$1: and has nothing left to do" "$status $said" '0 '
}
killed 'in the middle of weaving' 'weave' 0.15 book
taken_up 'in the middle of weaving'
killed 'in the first run of TeX' 'run 1' 1 pdf
taken_up 'in the first run of TeX'
killed 'in the second run of TeX' 'run 2' 0.7 pdf
taken_up 'in the second run of TeX'
end
