#!/usr/bin/env bash
# What is tangled: the reader's programs, our own with their places, and nothing that is out of date.
. "$(dirname "$0")/lib.sh"
book "$place/book"
run make tangle
is 'the book tangles' "$status$(faults)" 0
bad=tangled/alpha/bad.c

is 'the first lines say what a program is' "$(head -n 2 $bad)" "/* alpha/bad.c, of The C Concurrency Handbook (MIT licence).
 * Tangled from $alpha: change that, not this. */"
is 'in a Makefile too' "$(head -n 2 tangled/beta/Makefile)" "# beta/Makefile, of The C Concurrency Handbook (MIT licence).
# Tangled from $beta: change that, not this."
has 'the names of the chunks stay as comments' $bad '/* the headers */ #include' '/* how a claim is made */ static int claim' \
    '/* what is shared */ static int sum;' '/* add one to the sum */ static void add'
hasnt 'no angle is left' $bad '<<' '>>'
hasnt 'labels are taken off' $bad '//:' ';  }'
has 'and what stood before the label stays' $bad '    sum = sum + 1; }'
hasnt 'the copy of the reader has no #line' $bad '#line'
is 'a tab in a Makefile stays a tab' "$(grep -c "^	echo nothing$" tangled/beta/Makefile)" 1
has 'a continued chunk is whole' $bad 'static int sum; static const int limit = 2;'
is 'shared chunks are in both programs' "$(grep -l '^static int claim' tangled/alpha/*.c | wc -l)" 2
is 'the shared chapter tangles none of its own' "$(ls tangled/vocabulary)" ''
is 'and the programs are these' "$(ls tangled/alpha tangled/beta | tr '\n' ' ')" 'tangled/alpha: bad.c good.c  tangled/beta: Makefile '

for name in bad good; do
    ok "$name.c stands alone" gcc -std=c11 -pthread -Wall -Wextra -Wpedantic -Werror -o "$place/$name" "tangled/alpha/$name.c"
    is "$name.c runs" "$("$place/$name")" 'claim: no update is lost: holds'
done

# ---- our own copy points into the chapters

ok 'the copy with places compiles' gcc -std=c11 -pthread -Werror -o "$place/lines" tangled/.lines/alpha/bad.c
sed -i 's/^    sum = sum + 1;  /    sum = sum + nonsense;  /' "$alpha"
make tangle > /dev/null
said=$(gcc -fsyntax-only tangled/.lines/alpha/bad.c 2>&1)
is "a compiler names the chapter's line" "$(grep -c "^$alpha:$(line_of "$alpha" nonsense):[0-9]*: error" <<< "$said")" 1
run tests/build tangled/.build "gcc-O0 gcc-O2" alpha
ok "and so does the build of the programs" grep -q "^$alpha:$(line_of "$alpha" nonsense):[0-9]*: error" <<< "$said"
ok "in a line of its own" grep -q "did not compile it" <<< "$said"
is 'which fails' "$((status != 0))" 1
is 'and leaves no program' "$(ls tangled/.build/alpha/*/bad* 2> /dev/null)" ''
# Every line of every chunk, also after a use amid a chunk, in a continued and in a shared chunk.
sed -i 's/nonsense/1/' "$alpha"
for text in 'int main(void)' '    return claim("no update' 'static const int limit' 'static int sum;' '    add();'; do
    cp "$alpha" "$place/alpha"
    line=$(line_of "$alpha" "$text")
    sed -i "${line}s/\$/ @/" "$alpha"
    make tangle > /dev/null
    is "the place of \`$text\`" "$(gcc -fsyntax-only tangled/.lines/alpha/bad.c 2>&1 | grep -c "^$alpha:$line:[0-9]*: error: stray")" 1
    cp "$place/alpha" "$alpha"
done
line=$(line_of $vocabulary '    return holds')
sed -i "${line}s/\$/ @/" $vocabulary
make tangle > /dev/null
is 'the place of a line of a shared chunk' "$(gcc -fsyntax-only tangled/.lines/alpha/bad.c 2>&1 | grep -c "^$vocabulary:$line:[0-9]*: error: stray")" 1
sed -i "${line}s/ @\$//" $vocabulary
make tangle > /dev/null

# ---- times, and what is gone

touch -d '2001-01-01' tangled/alpha/*.c tangled/.lines/alpha/*.c
echo 'More prose.' >> "$alpha"
sed -i 's/^    sum += 1;/    sum += 2 - 1;/' "$alpha"
make tangle > /dev/null
is 'an unchanged program keeps its time' "$(date -r tangled/alpha/bad.c +%Y)" 2001
is 'a changed one does not' "$(date -r tangled/alpha/good.c +%Y | grep -vc 2001)" 1
is 'and its text is the new one' "$(grep -c '    sum += 2 - 1;' tangled/alpha/good.c)" 1
sed -i 's/^<<good.c>>=/<<better.c>>=/; s/to="good.c"/to="better.c"/' "$alpha"
make tangle > /dev/null
is 'a root that is renamed goes, here and with its places' "$(ls tangled/alpha tangled/.lines/alpha | tr '\n' ' ')" 'tangled/.lines/alpha: bad.c better.c  tangled/alpha: bad.c better.c '
make html > /dev/null 2>&1
is 'and beside the pages' "$(ls book/out/html/programs/alpha | tr '\n' ' ')" 'bad.c bad.c.js better.c better.c.js '
rm $beta
sed -i 's/, and read .*/./' "$alpha"
run make html
is 'a chapter that is taken out: the book is built' "$status$(faults)" 0
is 'and its programs and its page go' "$(ls -d tangled/beta book/out/html/programs/beta book/out/html/beta.html 2> /dev/null)" ''
hasnt 'and nothing leads to it' book/out/html/index.html 'beta.html'
mv "$alpha" chapters/1-state/05-alpha.nw
run make html
is 'a chapter that is moved: the book is built' "$status$(faults)" 0
has 'and has its new number' book/out/html/alpha.html '>1.5<'
has 'and its programs their new source' $bad 'Tangled from chapters/1-state/05-alpha.nw'
is 'nothing is left to be done by the next tangle' "$(make tangle)" "make: Nothing to be done for 'tangle'."
[ -z "$(find tangled -name '.new*' -mindepth 2)" ] && left=$(ls -A tangled/.new 2> /dev/null)
is 'no half-written file is left' "$left" ''
end
