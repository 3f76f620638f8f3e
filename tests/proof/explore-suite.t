#!/usr/bin/env bash
# The interleaver's verdicts on programs whose verdicts are known: tests/explore-suite/*.c and, for their numbers of
# schedules, tests/explore-suite/bench/*.c. Each says on its first lines what is expected of it:
#     /* expect: holds */  /* expect: fails: data race on x */  /* expect: can't say: fork */
#     /* expect weak: fails: claim */     the same with the option `weak`; `spurious` likewise
#     /* schedules: 6 */                  how many inequivalent ones there are
# Behind the colon stands a phrase that the verdict line must have; ` or ` parts phrases, or verdicts with theirs. What it
# may be with another compiler or level (CC, EXPLORE_O), is listed in tests/explore-suite/elsewhere.
# Also judged: the exit status, that the output is short, that no process is left, and that for what holds the number
# of schedules is between that number and twice it. ONLY='wakeup-*' tries some; TOOL is another interleaver.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
tool=${TOOL:-tests/explore}
limit=${LIMIT:-10}
if [ ! -x "$tool" ]; then
    echo "1..0 # SKIP there is no $tool"
    exit 0
fi
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
export tool limit dir

# one FILE OPTION: explores it in a session of its own, and looks whether anything of that session is left
one() {
    local out
    out=$dir/$(basename "$1" .c).${2:-plain}
    # shellcheck disable=SC2016 # not here, but there
    setsid --wait bash -c 'echo $$ > "$1.session"; shift; exec "$@"' one "$out" timeout -k 2 $((limit * 3)) \
        "$tool" "$1" ${2:+"$2"} "seconds=$limit" < /dev/null > "$out" 2>&1
    echo $? > "$out.status"
    # shellcheck disable=SC2046 # numbers
    if pgrep -s "$(cat "$out.session")" > "$out.left"; then kill -9 $(cat "$out.left"); fi
}
export -f one
shopt -s nullglob
programs=()
for file in tests/explore-suite/*.c tests/explore-suite/bench/*.c; do
    # shellcheck disable=SC2053 # a pattern
    [[ $(basename "$file" .c) == ${ONLY:-*} ]] && programs+=("$file")
done
expectations() { # FILE: lines OPTION|EXPECTED
    sed -nE '/^#/q; s|^/\* expect ?([a-z0-9=]*): (.*) \*/$|\1\|\2|p' "$1"
}
for file in "${programs[@]}"; do
    while IFS='|' read -r option _; do printf '%s\0%s\0' "$file" "$option"; done < <(expectations "$file")
done | xargs -0 -r -n 2 -P "$(nproc)" bash -c 'one "$0" "${1-}"'

# What a phrase may be called besides.
also() {
    case $1 in
        claim) echo 'claim|main returned' ;;
        assertion) echo 'assert' ;;
        spins) echo 'spin|livelock|progress|endless loop' ;;
        'use after free') echo 'use after free|use-after-free|freed memory|uses freed' ;;
        'double free') echo 'double free|freed twice|frees .*again' ;;
        crash | SIGSEGV) echo 'crash|SIGSEGV|segmentation' ;;
        *) echo "$1" ;;
    esac
}
# fits LINE EXPECTED
fits() {
    local rest=$2 part verdict='' phrase
    while [ -n "$rest" ]; do
        part=${rest%% or *}
        if [ "$part" = "$rest" ]; then rest=; else rest=${rest#* or }; fi
        phrase=$part
        case $part in
            holds | fails | "can't say") verdict=$part phrase= ;;
            holds:* | fails:* | "can't say:"*) verdict=${part%%: *} phrase=${part#*: } ;;
        esac
        [[ $1 == "$verdict: "* ]] || continue
        if [ -z "$phrase" ] || grep -qiE -- "$(also "$phrase")" <<< "$1"; then return 0; fi
    done
    return 1
}

tests=0 failed=0 counted=0 needed=0
for file in "${programs[@]}"; do
    while IFS='|' read -r option expected; do
        while read -r cc level other; do
            # shellcheck disable=SC2053 # patterns
            if [[ ${CC:-gcc} == $cc && ${EXPLORE_O:--O0}: == $level ]]; then expected+=" or ${other%% | *}"; fi
        done < <(sed -n "s/^$(basename "$file" .c) ${option:-plain} //p" tests/explore-suite/elsewhere)
        out=$dir/$(basename "$file" .c).${option:-plain}
        status=$(cat "$out.status")
        last=$(tail -c 4000 "$out" | tail -n 1 | tr -d '\0')
        wrong=
        fits "$last" "$expected" || wrong+="expected: $expected"$'\n'
        case $last in
            holds:*) wanted=0 ;;
            fails:*) wanted=1 ;;
            *) wanted=2 ;;
        esac
        [ "$status" = $wanted ] || wrong+="exit status $status, not $wanted"$'\n'
        [ "$(wc -c < "$out")" -lt 200000 ] || wrong+="$(wc -c < "$out") bytes of output"$'\n'
        [ ! -s "$out.left" ] || wrong+="left running: $(tr '\n' ' ' < "$out.left")"$'\n'
        schedules=$(sed -nE '/^#/q; s|^/\* schedules: ([0-9]+) \*/$|\1|p' "$file")
        if [ -n "$schedules" ] && [ -z "$option" ] && [[ $last == holds:* ]]; then
            number=$(sed -nE 's/^holds: (all|the)?[^0-9]*([0-9,]+).*/\2/p' <<< "$last" | tr -d ,)
            counted=$((counted + ${number:-0})) needed=$((needed + schedules))
            if [ "${number:-0}" -lt "$schedules" ]; then wrong+="there are $schedules inequivalent schedules"$'\n'
            elif [ "$number" -gt $((2 * schedules)) ]; then wrong+="$schedules schedules would do"$'\n'; fi
        fi
        tests=$((tests + 1))
        name="$(basename "$file" .c)${option:+ ($option)}: $expected"
        todo=$(sed -n "s/^$(basename "$file" .c) ${option:-plain}: //p" "tests/explore-suite/not-yet")
        if [ -n "$todo" ] && [ -z "$wrong" ]; then wrong="it is listed in tests/explore-suite/not-yet; take it out"$'\n' todo=; fi
        if [ -z "$wrong" ]; then
            echo "ok $tests - $name"
        elif [ -n "$todo" ]; then
            echo "not ok $tests - $name # TODO $todo"
        else
            failed=$((failed + 1))
            echo "not ok $tests - $name"
            printf '%ssaid: %s\n' "$wrong" "${last:0:500}" | sed 's/^/#   /'
            echo "#   to repeat: $tool $file${option:+ $option}"
        fi
    done < <(expectations "$file")
done
echo "# ${#programs[@]} programs, $tests verdicts, $failed wrong; where the number is known, $counted schedules of $needed"
echo "1..$tests"
[ $failed = 0 ]
