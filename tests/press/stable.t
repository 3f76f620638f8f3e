#!/usr/bin/env bash
# Slugs and anchors that a release has published are kept for ever: tests/press/released-ids lists them.
. "$(dirname "$0")/lib.sh"
list=$press/tests/press/released-ids

# The ids of a list that a book no longer has. One id a line, SLUG or SLUG#ANCHOR; lines with `# ` are remarks.
gone() { # LIST CACHE
    local id key
    while IFS= read -r id; do
        case $id in '' | '# '* | '#') continue ;; esac
        case $id in *#*) key=$id ;; *) key=$id# ;; esac
        grep -qF "[\"$key\"]={" "$2/book.facts" || echo "$id"
    done < "$1"
}

# In a book whose history is known: the test itself can fail.
book "$place/book"
run make html
is 'the book is woven' "$status" 0
cat > "$place/ids" << 'END'
# released with version 0
alpha
alpha#chunk-what-is-shared-2
alpha#predict
alpha#line-flaw
beta
END
is 'a book that keeps its ids' "$(gone "$place/ids" book/out/.cache)" ''
sed -i 's/what is shared/what they share/; s/^## Predict/## Foretell/; s/#predict/#foretell/' "$alpha" "$beta"
rm -f book/out/html/alpha.html
run make html
is 'and one that does not' "$status $(gone "$place/ids" book/out/.cache | tr '\n' ' ')" '0 alpha#chunk-what-is-shared-2 alpha#predict '
sed -i 's/ \[\](beta) and \[\](beta#what-else)/ on/' "$alpha"
git mv 2> /dev/null || mv $beta chapters/1-state/02-gamma.nw
run make html
is 'a slug that is gone' "$status $(gone "$place/ids" book/out/.cache | tr '\n' ' ')" '0 alpha#chunk-what-is-shared-2 alpha#predict beta '
ok 'the list of the press can be read by this test' grep -q '^# ' "$list"

# This book.
cache=$press/book/out/.cache
if [ ! -e "$cache/gathered" ]; then
    pass "this book keeps what was released # SKIP it is not woven; run \`make html\` first"
else
    is 'this book keeps what was released' "$(gone "$list" "$cache")" ''
fi
end
