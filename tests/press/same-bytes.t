#!/usr/bin/env bash
# The same source gives the same bytes: in two folders, the second one with spaces and an apostrophe in its path.
. "$(dirname "$0")/lib.sh"
odd="$place/a reader's own & folder"
sums() { (cd "$1/book/out" && find . -type f ! -path './.cache/*' -exec sha256sum {} + | LC_ALL=C sort -k 2); }
book "$place/one"
run make -j1 book tangle
is 'the book is made in one folder' "$status$(faults)" 0
sleep 1.1 # so that whatever takes the time of day shows it
book "$odd"
run env TZ=Asia/Tokyo HOME=/nonexistent USER=somebody make -j8 book tangle
is 'and in another, of an odd name, at another time of day' "$status$(faults)" 0
[ "$status" = 0 ] || sed 's/^/# /' <<< "$said"
for edition in handbook.pdf handbook.epub html/alpha.html html/index.html; do
    ok "$edition is there" test -s "book/out/$edition"
done
is 'all editions are the same, byte for byte' "$(diff <(sums "$place/one") <(sums "$odd"))" ''
is 'and the programs' "$(diff -r "$place/one/tangled" tangled)" ''
ok 'a chapter alone is printed there too' make chapter C=alpha
run make chapter C=gamma
is 'a chapter that is not there is told' "$((status != 0)) $(grep -c 'no chapter has the slug `gamma`; there are: vocabulary alpha beta glossary' <<< "$said")" '1 1'
run make chapter
is 'a chapter that is not named too' "$((status != 0)) $(grep -c 'say which: make chapter C=slug' <<< "$said")" '1 1'
make tangle html > /dev/null 2>&1
run make
is 'then there is nothing to do' "$status $said" '0 '
ok 'clean takes all away' make clean
is 'and nothing else' "$(ls -A | tr '\n' ' ')$(ls book | tr '\n' ' ')" 'Makefile book chapters figures styles tests 90-glossary.nw bibliography.bib book.lua '
end
