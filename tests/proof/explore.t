#!/usr/bin/env bash
# The interleaver's verdicts on little programs, right and wrong ones: TAP. The programs are in explore-programs;
# tests/proof/explore.t NAME...: only these.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
awk -v to="$work" '
    /^== / { sub(/^== /, ""); name = $1; print > (to "/" name ".row"); next }
    name != "" { print > (to "/" name ".body") }' tests/proof/explore-programs
n=0 bad=0
one() { # NAME, into NAME.result
    local row options expected said status want
    row=$(< "$work/$1.row")
    expected=$(awk -F' [|] ' '{ print $2 }' <<< "$row")
    options=$(awk -F' [|] ' '{ print $3 }' <<< "$row")
    cat "$work/head.body" "$work/$1.body" > "$work/$1.c"
    # shellcheck disable=SC2086  # the options are words
    said=$(timeout 200 tests/explore "$work/$1.c" seconds=10 quiet $options 2> /dev/null)
    status=$?
    said=${said##*$'\n'}
    case $said in holds*) want=0 ;; fails*) want=1 ;; *) want=2 ;; esac
    if grep -qE -- "$expected" <<< "$said" && [ "$status" = "$want" ]; then
        echo "ok $1" > "$work/$1.result"
    else
        printf 'not ok %s\n# expected %s\n# status %s, said: %s\n' "$1" "$expected" "$status" "$said" > "$work/$1.result"
    fi
}
tests/explore tests/proof/fixture.c max=1 > /dev/null 2>&1     # compiles the runtime once
mapfile -t names < <(if [ $# -gt 0 ]; then printf '%s\n' "$@"; else sed -n 's/^== \([^ ]*\) .*/\1/p' tests/proof/explore-programs; fi)
export -f one
export work
printf '%s\n' "${names[@]}" | xargs -P "$(nproc)" -I{} bash -c 'one {}'
echo "1..$((${#names[@]} + ($# == 0)))"
for name in "${names[@]}"; do
    n=$((n + 1))
    sed "1s/ok /ok $n - /" "$work/$name.result"
    grep -q '^not ok' "$work/$name.result" && bad=$((bad + 1))
done
# The search that leaves out what is redundant, compared with the one that leaves nothing out: tests/explore-fuzz.
if [ $# = 0 ]; then
    said=$(tests/explore-fuzz 60 1 5000) || bad=$((bad + 1))
    [[ $said == *' 0 differ;'* ]] || printf 'not '
    echo "ok $((n + 1)) - little programs made at random"
    sed 's/^/# /' <<< "$said"
fi
[ $bad = 0 ]
