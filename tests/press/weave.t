#!/usr/bin/env bash
# What is woven: the same links, numbers and proofs in the page, in the e-book and in print.
. "$(dirname "$0")/lib.sh"
book "$place/book"
run make html epub tangle
is 'the book is woven' "$status$(faults)" 0
cache=book/out/.cache html=book/out/html
mkdir epub
(cd epub && unzip -q ../book/out/handbook.epub 2> /dev/null) || cp -r $cache/epub/. epub/
# the labelled line has a number in the chapter, and another in the program
lost=$(grep -nF 'sum = sum + 1;' tangled/alpha/bad.c | cut -d : -f 1)
page=$html/alpha.html xhtml=epub/book/alpha.xhtml tex=$cache/alpha.tex

# ---- chunks

has 'page: a chunk has its name, its anchor, and its side in word and sign' $page \
    '<figure class="chunk bad" id="chunk-add-one-to-the-sum">' '⟨add one to the sum⟩</a>≡' '<span class="mark">✗</span> only in the program that fails' '<span class="mark">✓</span> only in the program that holds'
has 'e-book: the same' $xhtml '<figure class="chunk bad" id="chunk-add-one-to-the-sum">' '<span class="mark">✗</span> only in the program that fails' '<span class="mark">✓</span> only in the program that holds'
has 'print: the same' $tex '\begin{NwChunk}{alpha#chunk-add-one-to-the-sum}{add one to the sum}{≡}{bad}{}{}' '{add two to the sum}{≡}{good}{}{}'
for file in $page $xhtml; do
    has "${file##*.}: a continued chunk links both ways" $file '<a href="#chunk-what-is-shared-2">continued ↓</a>' '⟨what is shared⟩</a>+≡' '<a href="#chunk-what-is-shared">continues ↑</a>'
    has "${file##*.}: where a chunk is used" $file 'Used in <a href="#chunk-bad-c">⟨bad.c⟩</a>, <a href="#chunk-good-c">⟨good.c⟩</a>.'
    has "${file##*.}: what it defines, and who uses that" $file 'Defines <code>limit</code> (used in <a href="#chunk-add-twice-and-tell">⟨add twice, and tell⟩</a>).'
    has "${file##*.}: what it uses, also of the shared chunks" $file 'Uses <a href="#chunk-add-one-to-the-sum"><code>add</code></a>, <a href="vocabulary.'"${file##*.}"'#chunk-how-a-claim-is-made"><code>claim</code></a>, <a href="#chunk-what-is-shared-2"><code>limit</code></a>'
done
has 'print: a continued chunk links both ways' $tex '{what is shared}{≡}{none}{}{alpha#chunk-what-is-shared-2}' '{what is shared}{+≡}{none}{alpha#chunk-what-is-shared}{}'
has 'print: used in, defines' $tex 'Used in \NwChunkRef{alpha#chunk-bad-c}{bad.c}, \NwChunkRef{alpha#chunk-good-c}{good.c}.' 'Defines \NwCode{limit}.'
has 'page: a name in code links to its definition' $page '<a tabindex="-1" href="#chunk-what-is-shared">sum</a> == <a tabindex="-1" href="#chunk-what-is-shared-2">limit</a>' '<a tabindex="-1" href="vocabulary.html#chunk-how-a-claim-is-made">claim</a>('
has 'e-book: the same' $xhtml '<a href="#chunk-what-is-shared">sum</a> == <a href="#chunk-what-is-shared-2">limit</a>'
has 'print: the same' $tex '\NwId{alpha#chunk-what-is-shared}{sum}\ ==\ \NwId{alpha#chunk-what-is-shared-2}{limit}' '\NwId{vocabulary#chunk-how-a-claim-is-made}{claim}'
has 'page: a name in prose too, and a chunk in prose' $page '<a class="id" href="#chunk-add-one-to-the-sum"><code>add</code></a>' 'stands in <a class="use" href="#chunk-add-one-to-the-sum">⟨add one to the sum⟩</a>'
has 'page: code is coloured' $page '<span class="t">static</span> <span class="t">void</span>' '<span class="k">return</span>' '<span class="s">"no update is lost"</span>'
has 'page: a use unfolds in place, all its parts' $page '<details class="fold"><summary>Unfold ⟨what is shared⟩</summary><pre>static int sum;</pre><pre>static const int limit = 2;</pre></details>'
hasnt 'e-book: nothing to unfold' $xhtml '<details' 'Unfold'
joined='⟨the headers⟩</a> · <a class="use" href="vocabulary.xhtml#chunk-how-a-claim-is-made">⟨how a claim is made⟩</a> · <a class="use" href="#chunk-what-is-shared">⟨what is shared⟩</a> · '
has 'e-book: a chunk of uses alone is a paragraph' $xhtml "$joined"
hasnt 'and no listing as well' $xhtml '<pre class="uses">'
has 'page: there it is a listing' $page '<figure class="chunk good root" id="chunk-good-c">' '</a><a class="use" href="#chunk-what-is-shared">⟨what is shared⟩</a></span>'
hasnt 'and no paragraph as well' $page 'class="uses">⟨' '⟩</a> · <a'
has 'print: a chunk of uses alone is a paragraph, with all that a chunk has' $tex '\NwJoin{alpha#chunk-bad-c}{bad.c}{≡}{bad}{}{}{\NwProgram{alpha}{bad.c}}{\NwUse{vocabulary#chunk-the-headers}{the headers} ·' '\NwUse{alpha#chunk-what-is-shared}{what is shared} ·'
has 'print: a chunk with lines of its own is not' $cache/beta.tex '\begin{NwChunk}{beta#chunk-makefile}'
has 'page: the whole program can be had' $page 'href="programs/alpha/bad.c" download="alpha-bad.c"' '<span>30 lines</span>'
has 'and a script gives it to the copy button' $html/programs/alpha/bad.c.js 'program("alpha/bad.c", "/* alpha/bad.c, of ' '/* add one to the sum */\u000astatic void add(void)'
is 'and lies beside the page' "$(cmp tangled/alpha/bad.c $html/programs/alpha/bad.c && echo same)" same
has 'shared chunks say who uses them: page' $html/vocabulary.html 'Used in <a href="alpha.html">1.1 Lost update</a>.'
has 'e-book' epub/book/vocabulary.xhtml 'Used in <a href="alpha.xhtml">1.1 Lost update</a>.'
has 'print' $cache/refs.tex '\NwShared{the headers}{\NwRef{alpha#}{}}'

# ---- references

for file in $html/beta.html epub/book/beta.xhtml; do
    e=${file##*.}
    has "$e: to a chapter, a table, a line, a quiz, a section and a chunk of another" $file ">Chapter 1.1, Lost update</a>" "href=\"alpha.$e\"" "href=\"alpha.$e#tbl-order\"" '>Table 1.1.1</a>' \
        "href=\"alpha.$e#line-flaw\">line 3 (bad.c:$lost) of Lost update</a>" "href=\"alpha.$e#quiz-sum\">Quiz 1.1.1</a>" ">Section 1.1.1</a>" "href=\"alpha.$e#chunk-add-one-to-the-sum\"" '>⟨add one to the sum⟩</a>'
done
has 'print: the same' $cache/beta.tex '\NwRef{alpha#}{}' '\NwRef{alpha#tbl-order}{}' '\NwRef{alpha#line-flaw}{}' '\NwRef{alpha#quiz-sum}{}' '\NwRef{alpha#predict}{}' '\NwRef{alpha#chunk-add-one-to-the-sum}{}'
has 'print: what they say' $cache/refs.tex '\NwAnchor{alpha#}{Chapter 1.1, Lost update}{chapter}' "\\NwAnchor{alpha#line-flaw}{line 3 (bad.c:$lost)}{line}" '\NwAnchor{alpha#tbl-order}{Table 1.1.1}{table}' '\NwAnchor{alpha#the-program}{Section 1.1.2.1}{section}'
has 'page: a labelled line is an anchor' $page '<span id="line-flaw">' "href=\"#line-flaw\">line 3 (bad.c:$lost)</a>"
has 'print: the same' $tex '\NwLine{alpha#line-flaw}{3}{'
for file in $page $xhtml $tex; do hasnt "${file##*.}: no label is left in code, no reference open" $file '//:' 'href="ref:' 'cite:' '??'; done
has 'numbers: chapter, sections, subsection, figure, table' $page '<span class="hn">1.1</span> Lost update' '<span class="hn">1.1.2</span> What goes wrong' '<span class="hn">1.1.2.1</span> The program' '<span class="label">Figure 1.1.1</span>' '<span class="label">Table 1.1.1</span>'
has 'print: the same' $tex '\NwSection{alpha#what-goes-wrong}{1.1.2}{What goes wrong}' '\NwSubsection{alpha#the-program}{1.1.2.1}{The program}' '\begin{NwFigure}{alpha#fig-lanes}{1.1.1}' '\NwTableCaption{alpha#tbl-order}{1.1.1}'
has 'figures have their text equivalent: page' $page 'Thread 1 and thread 2, side by side'
has 'e-book' $xhtml '<img src="figures/alpha/lanes.svg" alt="Thread 1 and thread 2, side by side" />'
has 'print' $tex '{Thread 1 and thread 2, side by side}\end{NwFigure}'
ok 'and the e-book has the file' test -s epub/book/figures/alpha/lanes.svg
# Every link of every page, within the book (the front page also names chapters of the real one), leads to an anchor that is there.
for e in html xhtml; do
    folder=$html
    [ $e = html ] || folder=epub/book
    is "$e: every link leads somewhere" "$(cd $folder && perl -0777 -e '
        for my $f (glob "*.'$e'") { open my $h, "<", $f or die; my $t = <$h>; $file{$f} = 1; push @link, [$f, $1] while $t =~ /href="([^"]*)"/g; $id{"$f#$1"}++ while $t =~ / id="([^"]*)"/g }
        for (@link) { my ($f, $l) = @$_; next if $l =~ /^(read-and-run|race-condition|how-to-read)\b|^https?:|^(programs|fonts)\// || $l =~ /\.(css|svg|js|ico|png|pdf|epub|webmanifest|xml)$/; $l = $f . $l if $l =~ /^#/; print "$f: $l\n" unless $l =~ /#/ ? $id{$l} : $file{$l}; $n++ }
        for (keys %id) { print "twice: $_\n" if $id{$_} > 1 } print $n > 60 ? "all\n" : "only $n\n"')" all
done

# ---- notes, quizzes, boxes, runs

has 'page: a note at the side and at the end' $page '<span class="sidenote"><span class="notenumber">1</span> A side note about the marmalade.' '<div class="note-end" id="note-1">' 'href="#noteref-1"' '<a id="noteref-1" href="#note-1"'
has 'e-book: a note as its readers know it' $xhtml 'href="#note-1" epub:type="noteref"' '<aside epub:type="footnote" id="note-1">'
hasnt 'and not at the side' $xhtml 'sidenote'
has 'print: a note' $tex '\NwNote{A side note about the marmalade.}'
has 'page: a quiz and its answer' $page '<aside class="quiz" id="quiz-sum"' '<details id="quiz-sum-answer"><summary>Answer</summary> <p>Too small' 'id="ex-less"'
has 'e-book: to the answer and back' $xhtml '<a href="#quiz-sum-answer">Answer</a>' '<section class="answer" id="quiz-sum-answer"><h3><a href="#quiz-sum">Answer to Quiz 1.1.1</a>'
has 'print: the question' $tex '\begin{NwQuestion}{alpha#quiz-sum}{Quiz 1.1.1}' '\begin{NwQuestion}{alpha#ex-less}{Exercise 1.1.1}'
hasnt 'print: the answer is elsewhere' $tex 'Too small, because'
has 'print: there' $cache/alpha.answers.tex '\begin{NwAnswer}{alpha#quiz-sum}{Quiz 1.1.1}' 'Too small, because' '\begin{NwAnswer}{alpha#ex-less}{Exercise 1.1.1}'
for file in $page $xhtml; do
    has "${file##*.}: the difference" $file '<del class="minus">-    sum = sum + 1;</del>' '<ins class="plus">+    sum += 1;</ins>' '<span> static void add(void)</span>'
    has "${file##*.}: the recorded run, with its status and stamp" $file 'exit status 1' '<span class="prompt">$ </span>./bad claim: no update is lost: VIOLATED</pre>' 'gcc 12.2.0 -O2, glibc 2.36, Linux 6.18, 2 CPUs, 2026-01-02'
    has "${file##*.}: the glossary and the bibliography" $file 'class="gloss" href="glossary.'"${file##*.}"'#data-race">data race</a>' 'class="cite" href="bibliography.'"${file##*.}"'#ref-knuth1992">Knuth 1992</a>, chapter 4]'
    has "${file##*.}: the card" $file '<code>WARNING: data race</code> from the sanitizer' 'wrong answer, no undefined behaviour' '#term-c11-5-1-2-4p25">C11 5.1.2.4p25</a>' '>CON43-C</a>' '>CWE-362</a>' '>Dir 5.1</a>' 'A little money'
    hasnt "${file##*.}: no marker of the press is left" $file '<!--web' '<!--epub' '<!--/' '<!--program' 'NWuse' 'usedby'
done
has 'print: the difference, the run, the glossary, the bibliography' $tex '\NwDiffMinus{\ \ \ \ sum\ =\ sum\ +\ 1;}' '\NwDiffPlus{\ \ \ \ sum\ +=\ 1;}' '\begin{NwRun}{./bad}{1}' '\NwOut{claim:\ no\ update\ is\ lost:\ VIOLATED}' '2 CPUs, 2026-01-02' '\NwGloss{glossary#data-race}{data race}' '[\NwCite{knuth1992}, chapter 4]'

# ---- what the press makes itself

index_of() { # NAME TEXT...
    local name=$1
    shift
    has "page: the index of $name" "$html/index-$name.html" "$@"
    has "e-book: the index of $name" "epub/book/index-$name.xhtml" "${@//.html/.xhtml}"
}
index_of topics 'update › lost' 'href="alpha.html#ix-1"' 'lost wakeup'
index_of api '<code>printf</code>' 'href="vocabulary.html#chunk-how-a-claim-is-made"'
hasnt 'main is no call' $html/index-api.html '<code>main</code>'
index_of identifiers '<code>sum</code>' 'alpha.html#chunk-what-is-shared' 'defined'
index_of chunks '⟨add one to the sum⟩' '⟨what is shared⟩' 'vocabulary.html#chunk-the-headers'
index_of symptoms 'the sum is too small' '<code>WARNING: data race</code> from the sanitizer' 'it hangs' 'href="alpha.html"' 'href="beta.html"'
index_of standards 'C11 5.1.2.4p25' 'CERT C CON43-C' 'CWE-362' 'MISRA C Dir 5.1' 'POSIX pthread_cond_wait()'
has 'the bibliography says who cites it' $html/bibliography.html 'id="ref-knuth1992"' 'Cited in <a href="alpha.html">1.1 Lost update</a>' '<em>Literate'
has 'print has all the indices' <(texlua styles/edition.lua tex $cache book/out && cat $cache/handbook.tex) '\begin{NwIndex}{index-symptoms}' '\begin{NwIndex}{index-topics}' '\begin{NwIndex}{index-api}' '\begin{NwIndex}{index-identifiers}' '\begin{NwIndex}{index-chunks}' '\begin{NwIndex}{index-standards}' '\NwBibItem{knuth1992}'

has 'Highwire and Dublin Core' $page '<meta name="citation_title" content="1.1 Lost update">' '<meta name="citation_author" content="The contributors">' '<meta name="citation_publication_date" content="2026/01/02">' \
    '<meta name="citation_public_url" content="https://book.example.org/alpha.html">' '<meta name="DC.title" content="1.1 Lost update">' '<meta name="DC.date" content="2026-01-02">' '<meta name="DC.identifier" content="https://book.example.org/alpha.html">'
is 'the citation is JSON that says the same' "$(perl -MJSON::PP -0777 -ne 'm{aria-label="CSL-JSON">(.*?)</pre>}s or die; my $t = $1; $t =~ s/&quot;/"/g; my $c = decode_json($t)->[0]; print "$c->{id} $c->{title} $c->{URL}"' $page)" 'cch-alpha 1.1 Lost update https://book.example.org/alpha.html'

for name in bad good; do
    for file in $page $xhtml; do
        NAME=$name perl -MMIME::Base64 -MCompress::Zlib -MJSON::PP -0777 -ne '
            my @links = m{href="https://godbolt.org/clientstate/([\w-]+)"}g;
            my $packed = MIME::Base64::decode_base64($links[$ENV{NAME} eq "bad" ? 0 : 1] =~ tr{-_}{+/}r);
            binmode STDOUT;
            my $s = decode_json(uncompress($packed))->{sessions}[0];
            my $text = $s->{source}; utf8::encode($text); print $text;
            die "not C" unless $s->{language} eq "c" && "@{[%{$s->{executors}[0]{compiler}}]}" =~ /-pthread/' $file > "$place/linked" 2> "$place/why" || cat "$place/why" >> "$place/linked"
        ok "${file##*.}: the Compiler Explorer link carries $name.c byte for byte" cmp "$place/linked" tangled/alpha/$name.c
    done
done

# The search finds a word in the very section, title and code included.
finds() { # WORD: the places whose list of the word has them
    WORD=$1 perl -MJSON::PP -0777 -ne '
        my ($docs) = /docs:(\[.*?\]),\s*terms:/s or die "no docs"; my ($terms) = /terms:(\{.*?\})\s*\}/s or die "no terms";
        my $d = JSON::PP->new->relaxed->decode($docs); my $t = JSON::PP->new->relaxed->decode($terms); my $n = 0;
        print join " ", sort map { my ($k) = split /:/; $n += $k; $d->[$n][0] } split / /, $t->{$ENV{WORD}} // ""' $html/search-index.js
}
is 'search: a word of the text' "$(finds knuth)" 'alpha.html#predict'
is 'search: a word of a note' "$(finds marmalade)" 'alpha.html#predict'
is 'search: a word of code' "$(finds limit)" 'alpha.html#the-program'
is 'search: a word of two chapters' "$(finds lost)" 'alpha.html alpha.html#the-program alpha.html#what-goes-wrong beta.html'
is 'search: a word of the glossary' "$(finds accesses)" 'glossary.html#data-race'
is 'search: a word that is nowhere' "$(finds zebra)" ''
ok 'without a record of detectors there is no page of them' test ! -e $html/detectors.html

# ---- the proof: the records of suites, stress, detectors and mutation

proof
# More detectors: one that says the same of both, one that tells two races apart, two that took too long, one that is silent.
printf '%s\t%s\t%s\t%s\n' bad Memcheck reports '72 bytes are possibly lost in loss record 1 of 2 at bad.c:8' good Memcheck 'false alarm' '9 bytes are possibly lost in loss record 2 of 2 at good.c:9' \
    bad Races reports "data race at bad.c:$lost (2 of 3 runs)" good Races 'false alarm' 'data race at good.c:5' \
    bad clang-tidy silent 'no end within 10 s' good clang-tidy silent '' bad cppcheck silent '' good cppcheck silent '' >> figures/alpha/detect.record
printf 'good-add-4\tgood\t%s\tsum => (sum)\tnobody\t\n' "$(grep -n 'sum += 1' tangled/alpha/good.c | cut -d : -f 1)" >> figures/alpha/mutate.record
sed -i '/^## In the wild/i ::: {.survivor #good-add-4}\nTwo is two.\n:::\n' $alpha
sed -i 's/record="bad.out"/& varies="VIOL[A-Z]+"/' $alpha
run make html epub
is 'the book with its proof is woven' "$status$(faults)" 0
rm -rf epub
mkdir epub
(cd epub && unzip -q ../book/out/handbook.epub 2> /dev/null) || cp -r $cache/epub/. epub/
hard='&lt;b&gt; &amp; `x` | $y_{z}^2 ~ # % \end{document} … "q"' # as the page has it
limited=$(grep -n 'limit = 2' tangled/alpha/good.c | cut -d : -f 1)
added=$(grep -n 'sum += 1' tangled/alpha/good.c | cut -d : -f 1)
for file in $page $xhtml; do
    e=${file##*.}
    has "$e: of stress a sentence tells what was met, with its number, builds and conditions" $file 'id="tbl-stress"' '<caption><span><span class="label">Table 1.1.2</span> Always as the suite expects it: 1 of 2 rows, each 1,000 times with each build on all CPUs, on one, and under load; 6,000 runs. The other:' \
        'Builds: gcc-O0, gcc-O2.' 'gcc 12.2.0; clang 14.0.6, glibc 2.36, Linux 6.18, 2 CPUs, 2026-01-02; <code>make stress C=alpha</code>'
    has "$e: and what was missed has a row that names the build" $file '<th scope="col">Under load</th>' 'bad.c</span><br' 'VIOLATES</th><td>2,000 of 2,000</td><td>2,000 of 2,000</td><td>gcc-O2: 997 of 1,000</td>'
    has "$e: detect has a row for each tool that says something, and the lines that matter, once" $file '<tr><th scope="row">TSan</th><td class="reports">reports</td><td class="silent">silent</td></tr>' \
        '<td class="stuck">stuck</td><td class="alarm">false alarm</td>' "<b>TSan</b>, bad.c: <code>WARNING: data race $hard</code>" 'TSan gcc 12.2.0; Helgrind 3.19' \
        '<b>Memcheck</b>, bad.c:8, good.c:9: <code>72 bytes are possibly lost in loss record 1 of 2</code>'
    has "$e: what is said of the good program too is a false alarm of the bad one, but for a race on other lines" $file '<tr><th scope="row">Memcheck</th><td class="alarm">false alarm</td><td class="alarm">false alarm</td></tr>' \
        '<tr><th scope="row">Races</th><td class="reports">reports</td><td class="alarm">false alarm</td></tr>'
    has "$e: what took too long is not silent, and who is silent or can't run has no row" $file '<tr><th scope="row">clang-tidy</th><td class="endless">no end</td><td class="silent">silent</td></tr>' \
        'Silent about every program: cppcheck.' '<b>DRD</b> can run on none of them: <code>not here</code>.'
    hasnt "$e: no row of it" $file '<th scope="row">cppcheck</th>' '<th scope="row">DRD</th>'
    has "$e: the marks are explained below the table" $file '<span class="alarm">false alarm</span>: it says this of a program that holds' '<span class="endless">no end</span>: '
    hasnt "$e: only those that stand in it" $file '<span class="unable">'
    has "$e: of mutants a sentence counts who caught them" $file '<span class="label">Table 1.1.4</span> 4 mutants: 1 caught (1 by the suite), 1 does not compile, 2 survive, both explained below.' 'Left out: good: DRD: it cannot run.'
    has "$e: survivors of one reason share it, and each has its anchor and its line" $file '<ul class="survivors">' \
        "<li><span id=\"good-add-2\"><a href=\"#L" '">good.c:'"$limited"'</a> <code>2 =&gt; 1 + 1 &amp; &lt;so on&gt;</code></span>; <span id="good-add-4"><a href="#' ">good.c:$added</a> <code>sum =&gt; (sum)</code></span> – Two is two.</li>"
    is "$e: the reason is told once" "$(tr '\n' ' ' < $file | grep -o 'Two is two' | wc -l)" 1
    has "$e: what may vary" $file 'May vary: what matches <code>VIOL[A-Z]+</code>.'
    has "$e: references to them" $file 'href="#tbl-stress" title="Stress">Table 1.1.2</a>' 'href="#tbl-detect" title="Detectors">Table 1.1.3</a>' 'href="#good-add-2">mutant good-add-2</a>'
done
is 'every line that is linked to is there' "$(perl -0777 -ne 'my %id = map { $_ => 1 } / id="([^"]*)"/g; for (/href="#([^"]*)"/g) { print "$_\n" unless $id{$_} }' $page)" ''
has 'page: all mutants can be looked at, and a survivor is linked to' $page '<summary>All mutants</summary>' "\">good.c:$added</a><br" '<code>sum += 1; =&gt; ;</code></th><td>suite<br' "<code>$hard</code></td>" 'does not compile<br' '<tr id="mutant-good-add-2">' '<a href="#good-add-2">nobody: why it may live</a>'
hasnt 'e-book: only the survivors' $xhtml 'All mutants' 'does not compile<br'
hasnt 'print: only the survivors' $tex 'error: som' 'good-add-1'
has 'page: all rows of stress can be looked at' $page '<details class="below"><summary>All rows</summary>' 'HOLDS</th><td>2,000 of 2,000</td><td>2,000 of 2,000</td><td>2,000 of 2,000</td>'
hasnt 'e-book: the row that was met has no place' $xhtml 'HOLDS</th><td>' 'All rows'
hasnt 'print: nor there' $tex 'HOLDS & '
has 'print: the tables' $tex '\NwTableCaption{alpha#tbl-stress}{1.1.2}' 'gcc-O2: 997 of 1,000' '\NwVerdict{▲}{false alarm}' '\begin{NwSurvivors}' '\NwSurvivor{\NwTarget{alpha#good-add-2}\NwTarget{alpha#good-add-4}}{\NwLink{alpha#chunk-what-is-shared-2}{good.c:' '\NwVaries{'
index_of tools '<h2 id="letter-tsan">TSan</h2>' "<code>WARNING: data race ${hard//\"/\&quot;}</code>" '<code>Possible data race</code>' '<h2 id="letter-among-the-symptoms">' '<code>WARNING: data race</code>'
for file in $html/detectors.html epub/book/detectors.xhtml; do
    has "${file##*.}: the matrix of all detectors" $file '<th scope="rowgroup" colspan="8"><a href="alpha.'"${file##*.}"'">1.1 Lost update</a>' 'bad.c</span></th><td class="reports">reports</td><td class="stuck">stuck</td><td class="unable">cannot run</td><td class="alarm">false alarm</td><td class="reports">reports</td><td class="endless">no end</td>' '<span class="reports">reports</span>: the tool'
done
run make pdf
is 'all of it can be printed' "$status$(faults)" 0
hasnt 'and nothing runs over its edge' $cache/handbook.log 'Overfull \hbox' 'does not exist'
printf 'good\tHOLDS\tclang-O2\tone\t0\t0\tneeds 2 CPUs\n' >> figures/alpha/stress.record
run make html
has 'what was not run under a condition is told' $page 'good.c</span>: not run on one CPU: needs 2 CPUs.'
sed -i 's/\t997\t/\t1000\t/; $d' figures/alpha/stress.record
printf 'good\tREPORTS\tgcc-O0\t%s\t\n' $'all\t3\t3' $'one\t3\t3' $'load\t3\t3' >> figures/alpha/stress.record
sed -i -E 's/^(good\t.*)\t(stuck|false alarm)\t.*/\1\tsilent\t/' figures/alpha/detect.record
run make html
has 'where all were met, the sentence is all there is' $page 'Always as the suite expects it: all 3 rows, each 1,000 times with each build on all CPUs, on one, and under load; 12,009 runs.</figcaption>'
has 'another number of runs is told' $page '3 times: <span class="side-good"><span class="mark">✓</span> good.c</span> REPORTS.'
has 'whom no tool says anything of has no column' $page 'No tool says anything of <span class="side-good"><span class="mark">✓</span> good.c</span>.' '<tr><th scope="row">TSan</th><td class="reports">reports</td></tr>'
for i in 1 2 3 4 5; do printf '\n<<u%s.txt>>=\n<<say it>>\n@\n' $i >> "$beta"; done
run make html $cache/beta.facts
has 'of many users the first few are named' $html/beta.html 'Used in <a href="#chunk-makefile">⟨Makefile⟩</a>, <a href="#chunk-u1-txt">⟨u1.txt⟩</a>, <a href="#chunk-u2-txt">⟨u2.txt⟩</a>, <a href="#chunk-u3-txt">⟨u3.txt⟩</a> and 2 more.'
has 'in print too' $cache/beta.tex '\NwChunkRef{beta#chunk-u3-txt}{u3.txt} and 2 more.'
rm figures/alpha/detect.record
sed -i '/^::: {.detect}/,/^:::$/d; s/, \[\](#tbl-detect)//' $alpha
run make html
is 'without its record the page of detectors goes' "$status$(faults)$(ls $html/detectors.html 2> /dev/null)" 0
end
