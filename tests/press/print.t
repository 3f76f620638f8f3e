#!/usr/bin/env bash
# What goes wrong in TeX is told in one line, and leaves no PDF; nothing that TeX gets can break it.
. "$(dirname "$0")/lib.sh"

# ---- the log's judge alone, on logs that TeX has written

judge() { # NAME LOG-LINES EXPECTED-LINE
    printf '%s\n' 'This is LuaHBTeX' "$2" 'Output written' > "$place/sample.log"
    said=$(cd "$place" && root='' LC_ALL=C awk -f "$press/styles/print.awk" sample.log)
    is "$1" "$? $said" "1 $3"
}
at=book/out/.cache/sample.log:2:
judge 'a line of code that runs into the margin' 'NwOverfull: chapter 1.1, 84 columns' "$at sample: a line of code runs into the margin: chapter 1.1, 84 columns; shorten it"
judge 'an undefined reference' 'NwUndefined: alpha#none' "$at sample: undefined reference alpha#none; mend it in the chapter"
judge 'a TeX error' '! Extra }, or forgotten \endgroup.' "$at sample: TeX: Extra }, or forgotten \\endgroup.; see the lines around that one, and mend the chapter where it comes from"
judge 'a TeX error with its place' './alpha.tex:12: Undefined control sequence.' 'book/out/.cache/alpha.tex:12: alpha: TeX: Undefined control sequence.; look at that line, and mend the chapter where it comes from'
judge 'a character that no font has' 'Missing character: There is no 😀 (U+1F600) in font CharisSIL:mode=base;!' "$at sample: no font has the character 😀 (U+1F600); use one that the book's faces have"
printf '%s\n' 'This is LuaHBTeX' 'Overfull \hbox (3.0pt too wide) in paragraph at lines 1--2' > "$place/sample.log"
ok 'a paragraph that is a little wide is none' env LC_ALL=C awk -f "$press/styles/print.awk" "$place/sample.log"

# ---- and in a book

book "$place/book"
run make pdf
is 'the book prints' "$status$(faults)" 0
[ "$status" = 0 ] || sed 's/^/# /' <<< "$said"
no_pdf() { # NAME EXPECTED
    is "$1" "$((status != 0)) $(faults | sed "s/; .*//") $(ls book/out/*.pdf book/out/.cache/handbook.pdf book/out/.cache/alone*.pdf 2> /dev/null)" "1 $2 "
}
# Faults put into what TeX gets, as a fault of the weaver would: the last guard is in print.
sed -i 's/\\NwRef{beta#what-else}/\\NwRef{beta#nowhere}/; /+=/s/\\NwN{1};/'"$(printf 'x%.0s' {1..120})"'/' book/out/.cache/alpha.tex
rm book/out/handbook.pdf
run make pdf
is 'a line too wide and a reference to nowhere, in what TeX gets' "$((status != 0)) $(faults | grep -c '^book/out/.cache/handbook.log:[0-9]*: handbook: a line of code runs into the margin: .*alpha') $(faults | grep -c ': handbook: undefined reference beta#nowhere; ')" '1 1 1'
is 'and no PDF is there' "$(ls book/out/*.pdf 2> /dev/null)" ''
echo 'Do not use 😀 here.' >> "$alpha"
run make pdf
no_pdf 'a character that no font has: the line of the chapter is told' "$alpha:$(line_of "$alpha" 😀): alpha: no font has the character 😀 (U+1F600)"
sed -i '$d' "$alpha"
line=$(($(wc -l < styles/book-style.tex) + 1))
cp -p styles/book-style.tex "$place/"
echo '\NoSuchMacro' >> styles/book-style.tex
run make pdf
is 'a broken style: its line is told' "$((status != 0)) $(faults | grep -c "book-style.tex:$line: book-style: TeX: Undefined control sequence")" '1 1'
is 'and no PDF is there' "$(ls book/out/*.pdf 2> /dev/null)" ''
cp "$place/book-style.tex" styles/

path=$PATH real=$(command -v lualatex)
mkdir "$place/first"
fake() { printf '%s\n' '#!/bin/bash' "$@" > "$place/first/lualatex"; chmod +x "$place/first/lualatex"; PATH=$place/first:$path; }
told='book/out/.cache/handbook.tex:1: handbook: lualatex'
fake 'exit 1'
run make pdf
no_pdf 'lualatex dies' "$told died"
fake 'exit 0'
run make pdf
no_pdf 'lualatex prints nothing' "$told printed nothing"
fake "$real \"\$@\"" 'exit 1'
run make pdf
no_pdf 'lualatex prints all and dies' "$told died"
PATH=$path

# Every character that prose and code may have arrives in print; TeX's own do no harm.
cat >> "$alpha" << 'END'

## Of # $ % & ~ _ ^ \\ { } \< \> | "quotes" 'n' -- --- ...

In text: \# \$ % & \~ \_ \^ \\ { } \< \> \| "a" 'b' -- --- ... é ß ø → ≤ ≡.
In code: `# $ % & ~ _ ^ \ { } < > | "a" 'b' -- --- ... \foo %d`.
In a [link % # & ~](https://example.org/a%20b?c=d&e=f#g_h~i).^[A note with `%s\n` and 100 % & more.]

<<other.c>>=
#define ODD(x) #x "%s\t\\{}~^_$&" '\'' /* -- --- `` '' < > @ */
@
END
# Headings right above tables and questions, at all heights of a page, and a table longer than one.
{
    for i in $(seq 24); do
        printf '\n### Place %d\n' "$i"
        if [ $((i % 3)) = 0 ]; then printf '\n:::: {.quiz #quiz-place-%d}\nWhich?\n\n::: answer\nThis.\n:::\n::::\n' "$i"
        else
            printf '\n::: {#tbl-place-%d}\n\n| Numeral | Meaning |\n|---|---|\n' "$i"
            for row in $(seq $((i % 3 * 5))); do printf '| row %d of %d | word |\n' "$row" "$i"; done
            printf '\n: The caption of place %d.\n:::\n' "$i"
        fi
        for line in $(seq $((i * 7 % 23))); do printf '\nA filling line.\n'; done
    done
    printf '\n::: {#tbl-long}\n\n| Numeral | Meaning |\n|---|---|\n'
    for row in $(seq 90); do printf '| long row %d | word |\n' "$row"; done
    printf '\n: A long one.\n:::\n'
} >> "$beta"
run make pdf
is 'every sign prints' "$status$(faults)" 0
[ "$status" = 0 ] || sed 's/^/# /' <<< "$said"
pdftotext -layout book/out/handbook.pdf "$place/text" 2> /dev/null
has 'and as it was typed' "$place/text" '#define ODD(x) #x "%s\t\\{}~^_$&" '"'\\''"' /* -- --- `` '"''"
is 'no page ends with a heading, a caption, a head of a table or the label of a question; no row stands without a head' "$(perl -0777 -ne '
    for my $page (split /\f/) {
        my @line = grep { /\S/ } split /\n/, $page;
        shift @line;
        print "ends with $line[-1]\n" if @line && $line[-1] =~ /Place \d|caption of|A long one|Numeral|Quiz [\d.]+|row 1 of (?:\d\b)|long row 1 /;
        print "begins with $line[0]\n" if @line && $line[0] =~ /row \d+/;
        $heads += grep { /Numeral/ } @line; $rows += grep { /long row/ } @line; $long++ if grep { /long row/ } @line;
    }
    print "$rows rows, ", ($heads == 16 + $long ? "as many heads as tables and pages" : "$heads heads, $long pages"), "\n"' "$place/text")" '90 rows, as many heads as tables and pages'
ok 'a chapter prints alone' make chapter C=alpha
pdftotext book/out/chapters/alpha.pdf "$place/alone"
has "with its references closed, its own and those to the rest" "$place/alone" "Chapter 1.2, Lost wakeup" "Table 1.1.1" "line 3"
hasnt "none is open" "$place/alone" "??" "ref:"
end
