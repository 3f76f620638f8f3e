#!/usr/bin/env bash
# The corpus: what it knows, that the check of it can fail, and what is exported from it.
. "$(dirname "$0")/lib.sh"
book "$place/book"
sed -i "s/^sha256: 0/sha256: $(printf '0%.0s' {1..64})/" figures/alpha/bad.out
check=$press/tests/corpus-check corpus=book/out/corpus.json
run make tangle $corpus
is 'without records there is a corpus too' "$status$(faults)" 0
run "$check" $corpus
is 'it is as the schema says, and a record of another program is caught' "$status $(grep -c . <<< "$said") $(grep -c 'alpha: tangled/alpha/bad.c is not the program that was recorded; ' <<< "$said")" '1 1 1'
get() { # PATH: a value of the first pitfall, as JSON
    P=$1 perl -MJSON::PP -0777 -ne '
        my $v = decode_json($_)->{pitfalls}[0];
        for (split /\./, $ENV{P}) { $v = ref $v eq "ARRAY" ? (/^\d+$/ ? $v->[$_] : (grep { $_->{file} eq "$ENV{P}" =~ s/.*?(\w+)_c.*/$1.c/r } @$v)[0]) : $v->{$_} }
        print JSON::PP->new->canonical->allow_nonref->encode($v)' "${2:-$corpus}"
}
is 'what no record tells is null' "$(get detectors) $(get mutation) $(get programs.bad_c.verdicts) $(get programs.bad_c.stress) $(get programs.good_c.exit)" 'null null null null null'
is 'a record of a run is told' "$(get programs.bad_c.exit)" 1

proof
run make $corpus
is 'with records it is made again' "$status$(faults)" 0
ok 'it is as the schema says, too' "$check" $corpus
flaw=$(grep -n 'sum = sum + 1' tangled/alpha/bad.c | cut -d : -f 1)
is 'id, sources and incidents' "$(get id) $(get sources) $(get incidents)" '"CCH-1.1-alpha" ["knuth1992","n1570"] ["n1570"]'
is 'programs: sides, hash, flaw' "$(get programs.bad_c.side) $(get programs.good_c.side) $(get programs.bad_c.sha256) $(get programs.bad_c.flaws)" \
    "\"bad\" \"good\" \"$(sha256sum < tangled/alpha/bad.c | cut -d ' ' -f 1)\" [{\"file\":\"bad.c\",\"label\":\"flaw\",\"line\":$flaw}]"
is 'expectations, stress, mutation' "$(get programs.bad_c.expectations) $(get programs.bad_c.stress) $(get mutation)" \
    '[{"detail":"no update is lost","expectation":"VIOLATES"}] {"met":5997,"of":6000} {"caught":1,"mutants":3,"not_compiled":1,"survive":1}'
is 'verdicts, detectors' "$(get programs.good_c.verdicts.1.verdict) $(get detectors)" '"false alarm" "TSan gcc 12.2.0; Helgrind 3.19"'
is 'two pitfalls, in the order of the book' "$(grep -o '"id": "[^"]*"' $corpus | tr '\n' ' ')" '"id": "CCH-1.1-alpha" "id": "CCH-1.2-beta" '
cp $corpus "$place/first.json"
rm -rf book/out tangled
run make tangle $corpus
ok 'made again from nothing it is the same, byte for byte' cmp $corpus "$place/first.json"

# ---- the check can fail

catches() { # NAME SED TEXT: the one fault of the corpus that SED has changed
    sed "$2" "$place/first.json" > "$place/bad.json"
    run "$check" "$place/bad.json"
    if [ "$status" = 1 ] && [ "$(wc -l <<< "$said")" = 1 ] && [[ $said == *"$3"*"; "* ]]; then pass "caught: $1"; else fail "caught: $1" "$status $said"; fi
}
sed '0,/"summary"/s//"sumary"/' "$place/first.json" > "$place/bad.json"
run "$check" "$place/bad.json"
is 'caught: a key that is misspelt, and so missing' "$status $(sed 's/.*:1: //' <<< "$said")" '1 pitfalls[0]: no key `summary`; mend the chapter or the record that it comes from
pitfalls[0]: unknown key `sumary`; mend the chapter or the record that it comes from'
catches 'an unknown kind of failure' 's/"wrong-answer"/"bad-luck"/' 'pitfalls[0].failure: is `bad-luck`, not one of wrong-answer'
catches 'a wrong word for a verdict' 's/"verdict": "stuck"/"verdict": "hanging"/' '.verdict: is `hanging`, not one of reports'
catches 'a text where a number is due' 's/"met": 5997/"met": "5997"/' '.stress.met: is string, not integer'
catches 'a number below the least' 's/"exit": 1/"exit": -1/' '.exit: -1 is less than 0'
catches 'a malformed identifier' 's/"CON43-C"/"CON-43"/' 'pitfalls[0].cert[0]: `CON-43` does not match'
catches 'an empty list where null is due' '/"file": "bad.c"/,/"file": "good.c"/{/"expectations"/,/\]/c"expectations": [],
}' '.expectations: has 0 items, fewer than 1'
catches 'an id of another chapter' 's/"CCH-1.2-beta"/"CCH-1.3-beta"/' 'beta: the id CCH-1.3-beta is not of 1.2 and beta'
sed 's/"CCH-1.2-beta"/"CCH-1.1-alpha"/' "$place/first.json" > "$place/bad.json"
run "$check" "$place/bad.json"
is 'caught: two pitfalls of one id' "$status $(grep -c 'beta: the id CCH-1.1-alpha stands twice; ' <<< "$said")" '1 1'
catches 'a flaw line that is not there' "s/\"line\": $flaw/\"line\": 4000/" 'alpha: tangled/alpha/bad.c has no line 4000'
catches 'a program that is not there' 's/"file": "good.c"/"file": "best.c"/' 'alpha: no file tangled/alpha/best.c'
catches 'a program that is another' 's/"sha256": "[0-9a-f]\{8\}/"sha256": "00000000/; T; :rest; n; b rest' 'tangled/alpha/bad.c is not the program that was recorded'
catches 'mutants that do not add up' 's/"caught": 1/"caught": 2/' 'alpha: the mutants do not add up'
catches 'more met than run' 's/"met": 5997/"met": 6001/' 'alpha: bad.c met 6001 of 6000'
catches 'an incident without a source' '/"incidents"/,/]/s/"n1570"/"n1571"/' 'alpha: the incident n1571 is no source'
perl -0777 -pe 's/("flaws": )\[[^]]*\]/$1\[\]/' "$place/first.json" > "$place/bad.json"
run "$check" "$place/bad.json"
is 'caught: a bad program without a flaw' "$status $(grep -c 'alpha: bad.c has no flaw line; ' <<< "$said")" '1 1'
sed 's/"minimum": 1/"maximum": 1/' "$press/tests/corpus.schema.json" > "$place/schema.json"
run "$check" "$place/first.json" "$place/schema.json"
is 'caught: a schema with a keyword that the check does not know' "$((status != 0)) $(grep -c 'unknown keyword `maximum`' <<< "$said")" '1 1'
echo '{' > "$place/bad.json"
run "$check" "$place/bad.json"
is 'caught: no JSON' "$((status != 0)) $(grep -c 'bad.json:1: no JSON: ' <<< "$said")" '1 1'

# ---- the exports

run make corpus
is 'the corpus is exported' "$status$(faults)" 0
to=book/out/corpus tasks=book/out/corpus/sv-comp/cch
ok 'the corpus itself' cmp $corpus $to/corpus.json
is 'a table with a row for each pair' "$(cut -f 1-8 $to/corpus.tsv | tail -n +2)" "$(printf 'CCH-1.1-alpha\tLost update\twrong-answer\tbad.c\tgood.c\t%s\t1\t' "$flaw")"
is 'all of its rows have as many cells' "$(awk -F '\t' '{ print NF }' $to/corpus.tsv | sort -u)" 19
is 'a task for each program, and what it says' "$(cd $tasks && grep -H 'property_file\|expected_verdict' -- *.yml | sed 's/:.*: /: /')" \
'alpha-bad.yml: ../properties/unreach-call.prp
alpha-bad.yml: false
alpha-bad.yml: ../properties/no-data-race.prp
alpha-bad.yml: false
alpha-good.yml: ../properties/unreach-call.prp
alpha-good.yml: true
alpha-good.yml: ../properties/no-data-race.prp
alpha-good.yml: true'
for program in bad good; do
    has "$program: the task has its form" $tasks/alpha-$program.yml "format_version: '2.0'" "input_files: 'alpha-$program.i'" 'language: C' 'data_model: LP64'
    hasnt "$program: it is preprocessed, and main is wrapped" $tasks/alpha-$program.i '#include' '#define' '# 1 "'
    has "$program: and reaches the error if the claim is violated" $tasks/alpha-$program.i 'int program_main(void)' 'void reach_error(void)' 'int main(void)' 'if (status == 1)         reach_error();'
    ok "$program: it compiles" gcc -std=c11 -pthread -c -x c -o /dev/null $tasks/alpha-$program.i
done
is 'the properties, as SV-COMP words them' "$(cat $to/sv-comp/properties/unreach-call.prp $to/sv-comp/properties/no-data-race.prp $to/sv-comp/concurrency.set)" 'CHECK( init(main()), LTL(G ! call(reach_error())) )
CHECK( init(main()), LTL(G ! data-race) )
cch/*.yml'
sed -i 's/^failure: wrong-answer/failure: undefined-behaviour/' $alpha
run make corpus
is 'undefined behaviour: only the race is known' "$status $(cd $tasks && grep -h 'property_file\|expected_verdict' -- *.yml | tr -d ' \n')" '0 -property_file:../properties/no-data-race.prpexpected_verdict:false'

# ---- this book

run make -C "$press" -s book/out/corpus.json
is 'the corpus of this book is made' "$status$(faults)" 0
cd "$press" || exit 1
ok 'and is as it should be' "$check" book/out/corpus.json
end
