#!/usr/bin/env bash
# Plants every fault that tests/lint knows in a small book and expects one line for each, and no other.
set -uo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir" || exit 1
mkdir -p tests styles book chapters tangled/.lines/{plain,faulty}
cp "$root"/tests/lint{,.pl,-words,-spelling} tests/
number=0
result() { # NAME, by the status of the command before
    local status=$?
    number=$((number + 1))
    [ $status = 0 ] && echo "ok $number - $1" && return
    echo "not ok $number - $1"
    sed 's/^/# /' told
}
printf 'return {\n  version = "1.2.3",\n  date = "2030-04-05",\n}\n' > book/book.lua

# A book without a fault, full of what looks like one.
cat > chapters/01-plain.nw <<'END'
---
title: Plain. A title
---

The prize of E. Dijkstra is one sentence, e.g. This one, and `the the` is code.
It had had its day [@key, and. So on].

| a table. It has | rows | rows |

```text
simply simply. No lint here
```

<<bad.c>>=
simply simply
@
END
cat > tangled/.lines/plain/bad.c <<'END'
#line 14 "chapters/01-plain.nw"
static volatile sig_atomic_t asked; /* volatile, sleep() */
ck_assert(pthread_cond_signal(&c) == 0); assert(sizeof(int) == 4);
puts("rand()");
END
printf 'version: 1.2.3\ndate-released: "2030-04-05"\n' > CITATION.cff
printf '#!/usr/bin/env bash\necho "$1"\n' > styles/script
{ echo '<<long>>='; seq 26; echo '@'; } >> chapters/01-plain.nw
tests/lint chapters/01-plain.nw > told 2>&1
result "a book without a fault passes"
grep -q '^chapters/01-plain.nw:17: warning: the chunk `long` has 26 lines; ' told
result "26 lines are a warning, which fails nothing"

# And one with all of them: the text of each line, and what is to be said about it.
plant() { # FILE TEXT EXPECTED
    echo "$2" >> "$1"
    printf '%s:%s: %s\n' "$1" "$(wc -l < "$1")" "$3" >> expected
}
prose() { plant chapters/02-faulty.nw "$@"; }
code() { # TEXT EXPECTED: reported at the chapter's line, by #line
    echo "$1" >> tangled/.lines/faulty/bad.c
    printf 'chapters/02-faulty.nw:%s: %s\n' $((98 + $(wc -l < tangled/.lines/faulty/bad.c))) "$2" >> expected
}
printf -- '---\ntitle: Faulty\n---\n' > chapters/02-faulty.nw
prose 'This is the the end.' '"the the"; take one of them out'
echo 'This line ends with the' >> chapters/02-faulty.nw
prose 'the next one begins.' '"the the", from one line to the next; take one of them out'
prose 'It begins here. It ends here.' 'more than one sentence on the line; begin each on a line of its own'
prose 'This is simply so.' '"simply"; leave it out'
prose 'This occured once.' '`occured` is misspelt; write occurred'
prose 'A blank follows. ' 'blanks at the end of the line; take them out'
prose '<<long>>=' 'the chunk `long` has 31 lines; tell it in pieces of at most 25'
{ seq 31; echo '@'; } >> chapters/02-faulty.nw
printf 'No line end.' >> chapters/02-faulty.nw
echo "chapters/02-faulty.nw:$(($(wc -l < chapters/02-faulty.nw) + 1)): no line end at the end of the file; add one" >> expected
echo '#line 100 "chapters/02-faulty.nw"' > tangled/.lines/faulty/bad.c
for call in sleep usleep nanosleep signal rand gets strcpy; do code "$call(0);" "\`$call()\` in faulty; "; done
code 'static volatile int ready;' '`volatile` in faulty; it orders nothing between threads'
code 'assert(0 == pthread_mutex_lock(&m));' 'the call of `pthread_mutex_lock` stands in an assert; call it before'
code $'\tx = 1;' 'a tab; write spaces'
code "$(printf 'x%.0s' {1..81})" 'a line of 81 columns; break it at 80'
plant styles/script 'cd $1' "Use 'cd ... || exit'"
plant styles/one.lua 'return = 1' "unexpected symbol near '='; mend the syntax"
plant CITATION.cff '  version: 1.2.4' 'version: 1.2.4, but book/book.lua says 1.2.3; write that'
plant CITATION.cff '  year: 2029' 'year: 2029, but book/book.lua says 2030; write that'

! tests/lint chapters/02-faulty.nw > told 2>&1
result "a book with faults fails"
while IFS= read -r line; do
    grep -qF -- "$line" told
    result "$line"
done < expected
grep -q "^lint: $(wc -l < expected) errors, 0 warnings in " told
result "nothing else is found"

echo 'allow | faulty sleep( | its subject' >> tests/lint-words
tests/lint chapters/02-faulty.nw > told 2>&1 || true
! grep -q '`sleep()`' told && grep -q '`usleep()`' told
result "what tests/lint-words allows passes"
echo "1..$number"
