#!/usr/bin/env bash
# Faults in the code: each is told with file, line, cause and cure, and leaves nothing stale behind.
. "$(dirname "$0")/lib.sh"
book "$place/book"
run make html
is 'the book is good before it is broken' "$status$(faults)" 0

breaks 'an undefined chunk' "sed -i 's/^<<add twice, and tell>>$/<<add thrice>>/' $alpha" \
    "$alpha|<<add thrice>>|alpha: chunk <<add thrice>> is not defined" \
    "$alpha|<<add twice, and tell>>=|alpha: chunk <<add twice, and tell>> is not used"
breaks 'an unused chunk' "printf '\n<<nobody wants me>>=\nint x;\n@\n' >> $alpha" \
    "$alpha|<<nobody wants me>>=|alpha: chunk <<nobody wants me>> is not used"
breaks 'a chunk that uses itself' "sed -i 's/^    sum = sum + 1;.*/    <<add one to the sum>>/' $alpha" \
    "$alpha|<<add one to the sum>>=|alpha: chunk <<add one to the sum>> uses itself -> <<add one to the sum>>"
breaks 'a chunk that uses itself through another' "sed -i 's/^    sum = sum + 1;.*/    <<once more>>/' $alpha; printf '\n<<once more>>=\n<<add one to the sum>>\n@\n' >> $alpha" \
    "$alpha|<<add one to the sum>>=|alpha: chunk <<add one to the sum>> uses itself -> <<once more>> -> <<add one to the sum>>"
keeps_page=1 # what is there of the first file is not wrong
breaks 'two files of one slug' "cp $beta chapters/1-state/07-alpha.nw" \
    "chapters/1-state/07-alpha.nw|1|alpha: the slug is already that of $alpha"
keeps_page=
breaks 'two chunks with one anchor' "printf '\n<<add-one  to the sum!>>=\nint x;\n@\n<<other.c>>=\n<<add-one  to the sum!>>\n@\n' >> $alpha" \
    "$alpha|<<add-one  to the sum!>>=|alpha: the anchor \"chunk-add-one-to-the-sum\" stands twice"
breaks 'a label that stands twice' "sed -i 's/^    sum += 1;/&  \/\/: flaw/' $alpha" \
    "$alpha|    sum += 1;|alpha: the anchor \"line-flaw\" stands twice"
breaks 'a C listing outside a chunk' "printf '\n\`\`\`c\nint outside;\n\`\`\`\n' >> $alpha" \
    "$alpha|int outside;|alpha: a C listing outside a chunk"
breaks 'a listing without a class' "printf '\n\`\`\`\nno class here\n\`\`\`\n' >> $alpha" \
    "$alpha|no class here|alpha: a listing without a class"
breaks 'an indented listing' "printf '\n    no class there\n' >> $alpha" \
    "$alpha|no class there|alpha: a listing without a class"
breaks 'bytes that are not UTF-8' "printf '\nCaf\351.\n' >> $alpha" \
    "$alpha|$(($(wc -l < $alpha) + 2))|alpha: not UTF-8"
breaks 'an overlong UTF-8 form' "printf '\n\300\257\n' >> $alpha" \
    "$alpha|$(($(wc -l < $alpha) + 2))|alpha: not UTF-8"
breaks 'CRLF' "sed -i 's/\$/\r/' $beta" \
    "$beta|1|beta: line ends are CRLF"
breaks 'a tab in C' "sed -i 's/^    sum += 1;/\tsum += 1;/' $alpha" \
    "$alpha|	sum += 1;|alpha: a tab"
breaks 'a tab in prose' "printf '\nA\ttab.\n' >> $alpha" \
    "$alpha|A	tab.|alpha: a tab"
ok 'a tab in a Makefile chunk is none' grep -q "^	<<say it>>" $beta
breaks 'a line of code of 81 columns' "sed -i 's|^    sum += 1;|$(printf '%81s' '/* */')|' $alpha" \
    "$alpha|$(printf '%81s' '/* */')|alpha: a line of code 81 columns wide"
sed -i "s|^    sum += 1;|$(printf '%80s' '/* */')|" $alpha
run make html
is 'a line of code of 80 columns is none' "$status$(faults)" 0
mend
sed -i "s|^    sum += 1;|$(printf '    sum += 1; /* %s */  //: long' "$(printf 'é%.0s' {1..60})")|" $alpha
run make html
is 'columns are characters, and a label does not count' "$status$(faults)" 0
mend
run make html
breaks 'a missing record' "sed -i 's/record=\"bad.out\"/record=\"worse.out\"/' $alpha" \
    "$alpha|\"worse.out\"|alpha: no record figures/alpha/worse.out"
breaks 'a difference of a program that is not tangled' "sed -i 's/from=\"bad.c\"/from=\"ugly.c\"/' $alpha" \
    "$alpha|.difference|alpha: the difference names ugly.c, which the chapter does not tangle"
{ echo '<<long.c>>='; awk 'BEGIN { for (i = 0; i < 900; i++) print "int x" i * 7919 % 10007 " = " i * 104729 % 1299709 ";" }'; echo @; } >> $alpha
run make html
is 'a program too long for a link to Compiler Explorer gets none, and is downloaded' \
    "$status$(faults)$(grep -o 'programs/alpha/long.c"[^/]*</a>[^/]*</span>' book/out/html/alpha.html | grep -c explorer)$(grep -c 'programs/alpha/long.c"' book/out/html/alpha.html)" 001
end
