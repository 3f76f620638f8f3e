#!/usr/bin/env bash
# Faults in the text: each is told with file, line, cause and cure, and leaves nothing stale behind.
. "$(dirname "$0")/lib.sh"
book "$place/book"
run make html
is 'the book is good before it is broken' "$status$(faults)" 0
add() { printf "printf '\\\\n%%s\\\\n' '%s' >> %s" "$1" "${2:-$alpha}"; } # an edit that adds a paragraph

breaks 'a reference to an id that is nowhere' "$(add 'See [](#no-such-id).')" \
    "$alpha|(#no-such-id|alpha: the reference \`#no-such-id\` leads nowhere"
breaks 'a reference to a chapter that is nowhere' "$(add 'See [](gamma).')" \
    "$alpha|(gamma|alpha: the reference \`gamma\` leads nowhere"
breaks 'a reference to nothing in a chapter' "$(add 'See [](beta#no-such-id).')" \
    "$alpha|(beta#no|alpha: the reference \`beta#no-such-id\` leads nowhere"
breaks 'a reference in a note' "$(add 'See^[And [](#nor-here).] it.')" \
    "$alpha|(#nor-here|alpha: the reference \`#nor-here\` leads nowhere"
breaks 'a reference from the card' "sed -i 's/^cost: .*/cost: Much, see [](delta)./' $beta" \
    "$beta|(delta|beta: the reference \`delta\` leads nowhere"
breaks 'an unknown citation' "$(add 'See [@nobody1900].')" \
    "$alpha|@nobody1900|alpha: the citation @nobody1900 is in no bibliography"
breaks 'an unknown term' "$(add 'A [bogus term](gloss:) here.')" \
    "$alpha|bogus term|alpha: the glossary has no term \`bogus-term\`"
breaks 'an unknown term, by name' "$(add 'A [term](gloss:more-bogus) here.')" \
    "$alpha|gloss:more-bogus|alpha: the glossary has no term \`more-bogus\`"
breaks 'a label that no line has' "$(add 'See [](#line-none).')" \
    "$alpha|(#line-none|alpha: no line is labelled \`none\`"
keeps_page=1
breaks 'a term that is taken out, used in three chapters' "sed -i '/^data race/,/^\$/d' $glossary" \
    "$alpha|gloss:data-race|alpha: the glossary has no term \`data-race\`" \
    "$alpha|[data race](gloss:)|alpha: the glossary has no term \`data-race\`" \
    "$glossary|[data race](gloss:)|glossary: the glossary has no term \`data-race\`"
breaks 'an entry of the bibliography that is taken out' "sed -i '1,/^}/d' book/bibliography.bib" \
    "$alpha|@knuth1992|alpha: the citation @knuth1992 is in no bibliography"
keeps_page=
breaks 'a heading that stands twice under one id' "$(add '## Predict {#what-goes-wrong}')" \
    "$alpha|{#what-goes-wrong}|alpha: the anchor \"what-goes-wrong\" stands twice"
breaks 'two quizzes of one name' "$(add ':::: {.quiz #quiz-sum}
Again?

::: answer
Yes.
:::
::::')" \
    "$alpha|$(($(wc -l < $alpha) + 2))|alpha: the anchor \"quiz-sum\" stands twice"
breaks 'a figure without alt text' "sed -i 's/ alt=\"[^\"]*\"//' $alpha" \
    "$alpha|](lanes.svg|alpha: the figure lanes.svg has no alt text"
breaks 'a figure with an empty alt text' "sed -i 's/ alt=\"[^\"]*\"/ alt=\"\"/' $alpha" \
    "$alpha|](lanes.svg|alpha: the figure lanes.svg has no alt text"
breaks 'a figure that is not there' "sed -i 's/lanes.svg/trains.svg/' $alpha" \
    "$alpha|](trains.svg|alpha: no file figures/alpha/trains.svg"
breaks 'an image inside a paragraph' "$(add 'Look: ![Lanes](inline.svg){alt="lanes"}.')" \
    "$alpha|Look: |alpha: the image inline.svg stands inside a paragraph"
breaks 'a table without a caption' "sed -i '/^: The order of events/d' $alpha" \
    "$alpha|#tbl-order}|alpha: a table in a ::: without id or caption"
breaks 'a folder that is no part' "mkdir chapters/6-none && mv $beta chapters/6-none/" \
    "chapters/6-none/${beta##*/}|1|beta: the folder \`6-none\` is no part of the book"
breaks 'a box that is not closed' "$(add '::: note
It goes on.')" \
    "$alpha|$(($(wc -l < $alpha) + 2))|alpha: a box is opened and not closed"
breaks 'an end of a box that was not opened' "$(add ':::::')" \
    "$alpha|:::::|alpha: a ::: closes nothing"
breaks 'a box of no known kind' "$(add '::: rulse
Never.
:::')" \
    "$alpha|::: rulse|alpha: no kind of box is called \`rulse\`"
breaks 'a note that is nowhere' "$(add 'So it is.[^nowhere]')" \
    "$alpha|[^nowhere]|alpha: the note [^nowhere] is nowhere"
breaks 'a note that nothing refers to' "$(add '[^idle]: Nobody comes here.')" \
    "$alpha|[^idle]|alpha: nothing refers to the note [^idle]"
breaks 'a quiz without an answer' "$(add ':::: {.quiz #quiz-open}
Why?
::::')" \
    "$alpha|#quiz-open|alpha: quiz-open has no answer"
breaks 'a quiz without an id' "$(add ':::: {.quiz}
Why?

::: answer
Because.
:::
::::')" \
    "$alpha|{.quiz}|alpha: a quiz without an id"
breaks 'a heading of level 1' "$(add '# Too high')" \
    "$alpha|# Too high|alpha: a heading of level 1"

breaks 'no metadata' "sed -i '1,/^---\$/d; 1,/^---\$/d' $beta" \
    "$beta|1|beta: no metadata"
breaks 'metadata without a title' "sed -i '/^title:/d' $beta" \
    "$beta|1|beta: no metadata \`title\`"
breaks 'malformed metadata' "sed -i 's/^summary: .*/summary: \"never closed/' $beta" \
    "$beta|7|beta: malformed metadata: did not find expected key"
breaks 'metadata that never ends' "sed -i '2,\$s/^---\$//' $beta" \
    "$beta|1|beta: no metadata"
breaks 'a pitfall without a cost' "sed -i '/^cost:/d' $beta" \
    "$beta|1|beta: no metadata \`cost\`"
breaks 'unknown metadata' "sed -i 's/^failure:/colour: red\n&/' $beta" \
    "$beta|colour:|beta: unknown metadata \`colour\`"
breaks 'a list where text is due' "sed -i 's/^title: .*/title: [a, b]/' $beta" \
    "$beta|title:|beta: metadata \`title\` must be text"
breaks 'text where a list is due' "sed -i 's/^cwe: .*/cwe: 362/' $beta" \
    "$beta|cwe:|beta: metadata \`cwe\` must be a list"
breaks 'an unknown kind of failure' "sed -i 's/^failure: .*/failure: bad-luck/' $beta" \
    "$beta|failure:|beta: unknown kind of failure \`bad-luck\`"
breaks 'several faults at once, each in its line' "$(add 'See [](#no-1) and [@no-2].'); $(add 'See [](#no-3).' $beta)" \
    "$alpha|(#no-1|alpha: the reference \`#no-1\` leads nowhere" \
    "$alpha|@no-2|alpha: the citation @no-2 is in no bibliography" \
    "$beta|(#no-3|beta: the reference \`#no-3\` leads nowhere"

# ---- the proof

breaks 'a flaw that no line is labelled as' "sed -i 's,  //: flaw\$,  //: fault,; s/#line-flaw/#line-fault/' $alpha $beta" \
    "$alpha|<<bad.c>>=|alpha: no line of bad.c is labelled as its flaw"
breaks 'a flaw of another program only' "sed -i 's,  //: flaw\$,,; s/#line-flaw/#line-flaw-2/; s,^    sum += 1;,&  //: flaw-2,' $alpha $beta" \
    "$alpha|<<bad.c>>=|alpha: no line of bad.c is labelled as its flaw"
breaks 'the key that was taken out of the head' "sed -i 's/^needs:/varies: [bad.c]\n&/' $beta" \
    "$beta|varies:|beta: unknown metadata \`varies\`"
breaks 'what may vary, and is nowhere' "sed -i 's/record=\"bad.out\"/& varies=\"nine+\"/' $alpha" \
    "$alpha|bad.out|alpha: what may vary, \`nine+\`, is nowhere in figures/alpha/bad.out"
breaks 'a table of nothing' "$(add '::: {.stress}
:::')" \
    "$alpha|{.stress}|alpha: no record figures/alpha/stress.record"

proof
run make html
is 'the book with its proof is good before it is broken' "$status$(faults)" 0
rm -rf "$place/good"
of=figures/alpha
edit() { printf "sed -i '%s' $of/%s.record" "$2" "$1"; } # an edit of a record
for kind in stress detect mutate; do
    breaks "no record of kind $kind" "rm $of/$kind.record" "$alpha|{.$kind}|alpha: no record $of/$kind.record"
    breaks "a stale record of kind $kind" "$(edit $kind 's/^sha256 good.c: ./&0/')" "$of/$kind.record|sha256 good.c|alpha: the record is stale: it is of another good.c"
done
breaks 'a program that changed after it was recorded' "sed -i 's/limit = 2;/limit = 1 + 1;/' $alpha" \
    "$of/stress.record|sha256 bad.c|alpha: the record is stale: it is of another bad.c" "$of/stress.record|sha256 good.c|alpha: the record is stale: it is of another good.c" \
    "$of/detect.record|sha256 bad.c|alpha: the record is stale: it is of another bad.c" "$of/detect.record|sha256 good.c|alpha: the record is stale: it is of another good.c" \
    "$of/mutate.record|sha256 bad.c|alpha: the record is stale: it is of another bad.c" "$of/mutate.record|sha256 good.c|alpha: the record is stale: it is of another good.c" \
    "$of/expectations.record|sha256 bad.c|alpha: the record is stale: it is of another bad.c" "$of/expectations.record|sha256 good.c|alpha: the record is stale: it is of another good.c"
breaks 'a program that the record does not have' "$(edit detect '/^sha256 bad.c/d')" "$of/detect.record|1|alpha: the record is stale: it knows nothing of bad.c"
breaks 'a program that the record still has' "$(edit stress '/^sha256 bad.c/{p;s/bad/bad-2/}')" "$of/stress.record|sha256 bad-2.c|alpha: the record is stale: bad-2.c is not tangled any more"
breaks 'an unknown column' "$(edit detect 's/^program\ttool/program\twho/')" "$of/detect.record|verdict|alpha: unknown column \`who\`"
breaks 'a column that is missing' "$(edit expectations 's/^program\texpectation.*/program/')" "$of/expectations.record|$(($(wc -l < $of/expectations.record) - 2))|alpha: no column \`expectation\`"
breaks 'an unknown verdict' "$(edit detect 's/\tstuck\t/\thanging\t/')" "$of/detect.record|hanging|alpha: unknown verdict \`hanging\`"
breaks 'an unknown condition' "$(edit stress 's/\tone\t/\ttwo\t/;')" \
    "$of/stress.record|$(($(line_of $of/stress.record one) + 0))|alpha: unknown condition \`two\`" "$of/stress.record|$(($(line_of $of/stress.record one) + 3))|alpha: unknown condition \`two\`" \
    "$of/stress.record|$(($(line_of $of/stress.record one) + 6))|alpha: unknown condition \`two\`" "$of/stress.record|$(($(line_of $of/stress.record one) + 9))|alpha: unknown condition \`two\`"
breaks 'a number that is none' "$(edit stress 's/\t997\t/\tmost\t/')" "$of/stress.record|most|alpha: the met is no number: \`most\`"
breaks 'more than all' "$(edit stress 's/\t997\t/\t1001\t/')" "$of/stress.record|gcc-O2	load|alpha: met 1001 of 1000"
breaks 'a row too short' "$(edit mutate 's/\tdoes not compile.*//')" "$of/mutate.record|sum => som|alpha: a row of 4 cells, not 6" "$of/mutate.record|sum => som|alpha: a row without a caught by"
breaks 'a row too long' "$(edit detect 's/Possible/&\t/')" "$of/detect.record|Possible|alpha: a row of 5 cells, not 4"
breaks 'a program that is nowhere' "$(edit detect 's/^good\tDRD/best\tDRD/')" "$of/detect.record|best|alpha: the chapter tangles no best.c"
breaks 'a record without a table' "$(edit stress '/^program/,$d')" "$of/stress.record|$(($(line_of $of/stress.record program) - 2))|alpha: the record has no table"
breaks 'a record that is not UTF-8' "$(edit mutate 's/som$/\xff/')" "$of/mutate.record|$(wc -l < $of/mutate.record)|alpha: not UTF-8"
breaks 'a survivor that nothing explains' "sed -i '/^::: {.survivor/,/^:::\$/d; s/ and \[\](#good-add-2)//' $alpha" \
    "$alpha|{.mutate}|alpha: the mutant good-add-2 survives, and nothing says why it may"
breaks 'an explanation of a mutant that was caught' "$(edit mutate 's/\tnobody\t/\tsuite\t/')" "$alpha|#good-add-2}|alpha: the mutant \`good-add-2\` is no survivor: caught by suite"
breaks 'an explanation of no mutant' "$(add '::: {.survivor #good-add-9}
It lives.
:::')" "$alpha|#good-add-9|alpha: no mutant is called \`good-add-9\`"
breaks 'a survivor without the table' "sed -i '/^::: {.mutate}/,/^:::/d' $alpha" "$alpha|#good-add-2}|alpha: a survivor without a table of mutants above it"
end
