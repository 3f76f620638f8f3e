#!/usr/bin/env bash
# Follows CONTRIBUTING.md's walk in a copy of the book, command by command: the chapter to paste has to pass.
set -uo pipefail
cd "$(dirname "$0")/.." || exit 1
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cp -R --parents Makefile CONTRIBUTING.md book/*.* chapters/0-foundations/02-vocabulary.nw chapters/9-press styles \
    tests/lib tests/lint* tests/{build,check,flags,record,shown,suite,summary} "$dir"
cd "$dir" || exit 1
unset MAKEFLAGS MFLAGS MAKELEVEL
number=0
while IFS= read -r command; do
    case $command in
    'make chapter C=five-minutes') does=(make book/out/.cache/five-minutes.facts) ;; # TeX has its own tests
    'make lint') does=(bash -c '! make lint | grep five-minutes') ;;
    *) does=(bash -c "$command") ;;
    esac
    number=$((number + 1))
    if "${does[@]}" > told 2>&1; then echo "ok $number - $command"; else echo "not ok $number - $command"; sed 's/^/# /' told; fi
done < <(awk '/^   ```sh/ { on = 1; next } /^   ```$/ { on = 0 } on { sub(/^ +/, ""); print }' CONTRIBUTING.md)
echo "1..$number"
