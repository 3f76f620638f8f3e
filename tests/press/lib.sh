# What the tests of the press share: TAP, and a tiny complete book that is made anew for every test.
# Every test sources this file; it must be run from anywhere, with nothing but bash and the book's own tools.
# shellcheck shell=bash disable=SC2034
set -uo pipefail
press=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
unset MAKEFLAGS MAKELEVEL MFLAGS C TAPE
export LC_ALL=C.UTF-8
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

# ---- TAP

tests=0 failures=0
pass() { tests=$((tests + 1)); echo "ok $tests - $1"; }
fail() { # NAME [WHAT WAS FOUND]
    tests=$((tests + 1)) failures=$((failures + 1))
    echo "not ok $tests - $1"
    [ $# -lt 2 ] || sed 's/^/#   /' <<< "$2"
}
ok() { # NAME COMMAND...
    local name=$1 found
    shift
    if found=$("$@" 2>&1); then pass "$name"; else fail "$name" "$* failed: ${found:0:2000}"; fi
}
is() { # NAME FOUND EXPECTED
    if [ "$2" = "$3" ]; then pass "$1"; else fail "$1" "$(printf 'found:\n%s\nexpected:\n%s' "${2:0:2000}" "${3:0:2000}")"; fi
}
has() { # NAME FILE TEXT...: every text stands in the file, line ends not counting
    local name=$1 file=$2 all text missing=''
    shift 2
    all=$(tr '\n' ' ' < "$file" 2> /dev/null)
    for text in "$@"; do
        [[ $all == *"$text"* ]] || missing+="not in $file: $text"$'\n'
    done
    if [ -z "$missing" ]; then pass "$name"; else fail "$name" "$missing"; fi
}
hasnt() { # NAME FILE TEXT...
    local name=$1 file=$2 all text found=''
    shift 2
    [ -s "$file" ] || found="no file $file"$'\n'
    all=$(tr '\n' ' ' < "$file" 2> /dev/null)
    for text in "$@"; do
        [[ $all != *"$text"* ]] || found+="in $file: $text"$'\n'
    done
    if [ -z "$found" ]; then pass "$name"; else fail "$name" "$found"; fi
}
end() { # always last: a test that stopped half-way has no plan and fails
    echo "1..$tests"
    exit $((failures > 0))
}

# ---- a tiny book

alpha=chapters/1-state/01-alpha.nw
beta=chapters/1-state/02-beta.nw
vocabulary=chapters/0-foundations/02-vocabulary.nw
glossary=book/90-glossary.nw

book() { # DIR: the press and a book of three short chapters, and goes there
    mkdir -p "$1/book" "$1/tests" "$1"/chapters/{0-foundations,1-state} "$1/figures/alpha" || exit 2
    cp -a "$press/Makefile" "$press/styles" "$1/" && cp -a "$press/tests/"{build,flags,lib,record} "$1/tests/" || exit 2
    cd "$1" || exit 2
    # Cutting the web's fonts down takes seconds, and no test looks at them.
    mkdir -p book/out/html/fonts
    touch book/out/html/fonts/fonts.css
    cat > book/book.lua << 'END'
return {
  title = "The C Concurrency Handbook",
  subtitle = "A tiny one",
  author = "The contributors",
  version = "0.0.1",
  date = "2026-01-02",
  language = "en-GB",
  url = "https://book.example.org/",
  repository = "",
  parts = {
    { folder = "0-foundations", title = "Foundations", about = "What the words mean." },
    { folder = "1-state", title = "Shared state", about = "Values that change." },
  },
}
END
    cat > book/bibliography.bib << 'END'
@book{knuth1992,
  author = {Knuth, Donald E.},
  title = {Literate Programming},
  publisher = {CSLI},
  year = {1992}
}

@report{n1570,
  author = {{ISO/IEC JTC1/SC22/WG14}},
  title = {Committee Draft: Programming languages, C},
  shorttitle = {N1570},
  institution = {ISO/IEC},
  year = {2011},
  url = {https://www.open-std.org/jtc1/sc22/wg14/www/docs/n1570.pdf}
}
END
    cat > "$glossary" << 'END'
---
title: Glossary
summary: What the words mean.
---

data race
:   Two accesses to one place at once [@n1570].

happens before
:   An order of events, see [data race](gloss:).
END
    cat > "$vocabulary" << 'END'
---
title: The vocabulary
summary: What every program shares.
---

## The headers

<<the headers>>=
#include <stdbool.h>
#include <stdio.h>
@

## The claim

<<how a claim is made>>=
static int claim(const char *what, bool holds)
{
    printf("claim: %s: %s\n", what, holds ? "holds" : "VIOLATED");
    return holds ? 0 : 1;
}
@
END
    cat > "$alpha" << 'END'
---
title: Lost update
summary: A sum that [two threads](gloss:data-race) spoil.
failure: wrong-answer
symptoms:
  - the sum is too small
  - "`WARNING: data race` from the sanitizer"
cost: A little money [@knuth1992].
clauses: ["C11 5.1.2.4p25"]
cert: [CON43-C]
cwe: [362]
misra: ["Dir 5.1"]
primitives: [pthread_mutex_t]
needs: []
---

## Predict

Two threads add to one sum, and that is a [data race](gloss:).[^why]
The function [[add]] stands in [[<<add one to the sum>>]], as [](#tbl-order) and [](#fig-lanes) show.
Knuth told us how to say it [@knuth1992, chapter 4].

[^why]: A side note about the marmalade.

<<add one to the sum>>=
static void add(void)
{
    sum = sum + 1;  //: flaw
}
@

:::: {.quiz #quiz-sum}
What is the sum in the end?

::: answer
Too small, because of [](#line-flaw).
:::
::::

## What goes wrong

An [update]{ix="update!lost"} is lost between the load and the store.

::: {#tbl-order}

| step | thread 1 | thread 2 |
|:-:|------|------|
| 1 | loads | |
| 2 | | loads |

: The order of events.
:::

![Two lanes.](lanes.svg){#fig-lanes alt="Thread 1 and thread 2, side by side"}

### The program

<<bad.c>>=
<<the headers>>

<<how a claim is made>>

<<what is shared>>

<<add one to the sum>>

<<add twice, and tell>>
@

<<what is shared>>=
static int sum;
@

Later on it gets a limit.

<<what is shared>>=
static const int limit = 2;
@

<<add twice, and tell>>=
int main(void)
{
    add();
    add();
    return claim("no update is lost", sum == limit);
}
@

::: {.run record="bad.out"}
:::

<<add two to the sum>>=
static void add(void)
{
    sum += 1;
}
@

<<good.c>>=
<<the headers>>

<<how a claim is made>>

<<what is shared>>

<<add two to the sum>>

<<add twice, and tell>>
@

::: {.difference from="bad.c" to="good.c"}
:::

## Rules to keep

::: rules
- Add in one step, and read [](beta) and [](beta#what-else).
:::

:::: {.exercise #ex-less}
Subtract.

::: answer
As above.
:::
::::
END
    cat > "$beta" << 'END'
---
title: Lost wakeup
summary: A signal that nobody hears.
failure: stuck
symptoms: [it hangs]
cost: Much time.
clauses: ["POSIX pthread_cond_wait()"]
cert: [CON36-C]
cwe: [833]
misra: []
primitives: [pthread_cond_t]
needs: ["2 CPUs"]
---

## What else

See [](alpha), and there [](alpha#tbl-order), [](alpha#line-flaw), [](alpha#quiz-sum), [](alpha#predict) and [](alpha#chunk-add-one-to-the-sum).
As [](#tbl-none) shows, there is little to see.

::: {#tbl-none}

| a | b |
|---|---|
| 1 | 2 |

: Little.
:::

<<Makefile>>=
all:
	<<say it>>
@

<<say it>>=
echo nothing
@
END
    printf '%s\n' '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40">' \
        '<rect x="5" y="5" width="20" height="30"/><rect x="35" y="5" width="20" height="30"/></svg>' > figures/alpha/lanes.svg
    printf '%s\n' 'command: ./bad' 'program: bad.c' 'sha256: 0' 'exit: 1' 'varies: no' 'compiler: gcc 12.2.0 -O2' 'libc: glibc 2.36' \
        'kernel: 6.18' 'cpus: 2' 'date: 2026-01-02' '' 'claim: no update is lost: VIOLATED' > figures/alpha/bad.out
}

# Records of the first chapter as tests/stress and its kind would have written them, and the boxes that show them.
# What stands in them was never run: it is what a table has to get right, awkward characters included.
proof() {
    local kind cell='<b> & `x` | $y_{z}^2 ~ # % \end{document} … "q"'
    run make tangle
    cat >> "$alpha" << 'END'

## The proof

As [](#tbl-stress), [](#tbl-detect) and [](#good-add-2) show.

::: {.stress}
:::

::: {.detect}
:::

::: {.mutate}
:::

::: {.survivor #good-add-2}
Two is two.
:::

## In the wild

It happened [@n1570].
END
    for kind in stress detect mutate expectations; do
        printf '%s\n' "kind: $kind" "command: make $kind C=alpha" 'compiler: gcc 12.2.0; clang 14.0.6' 'libc: glibc 2.36' 'kernel: 6.18' 'cpus: 2' 'date: 2026-01-02'
        case $kind in stress) echo 'runs: 1000' ;; detect) echo 'tools: TSan gcc 12.2.0; Helgrind 3.19' ;; mutate) echo 'left out: good: DRD: it cannot run' ;; esac
        (cd tangled/alpha && sha256sum -- *.c) | sed -E 's/^(\w+) +(.*)/sha256 \2: \1/'
        echo
        case $kind in
        stress)
            printf 'program\texpectation\tbuild\tcondition\tmet\tof\tremark\n'
            printf '%s\n' bad:VIOLATES good:HOLDS | while IFS=: read -r program expectation; do
                for build in gcc-O0 gcc-O2; do
                    printf "$program\t$expectation\t$build\t%s\n" $'all\t1000\t1000' $'one\t1000\t1000' "load"$'\t'"$([ $build$program = gcc-O2bad ] && echo 997 || echo 1000)"$'\t1000'
                done
            done ;;
        detect)
            printf '%s\t%s\t%s\t%s\n' program tool verdict line bad TSan reports "WARNING: data race $cell" good TSan silent '' \
                bad Helgrind stuck '' good Helgrind 'false alarm' 'Possible data race at good.c:9' bad DRD 'cannot run' 'not here' good DRD 'cannot run' 'not here' ;;
        mutate)
            printf '%s\t%s\t%s\t%s\t%s\t%s\n' mutant program line change 'caught by' evidence \
                good-add-1 good "$(grep -n 'sum += 1' tangled/alpha/good.c | cut -d : -f 1)" 'sum += 1; => ;' suite "$cell" \
                good-add-2 good "$(grep -n 'limit = 2' tangled/alpha/good.c | cut -d : -f 1)" '2 => 1 + 1 & <so on>' nobody '' \
                good-add-3 good 1 'sum => som' 'does not compile' 'error: som' ;;
        expectations) printf '%s\t%s\t%s\n' program expectation detail bad VIOLATES 'no update is lost' good HOLDS 'no update is lost' ;;
        esac
    done | awk '/^kind: / { file = "figures/alpha/" $2 ".record" } { print > file }'
}

# ---- broken books

run() { # COMMAND...: its status in $status, all that it said in $said
    said=$("$@" 2>&1)
    status=$?
}
faults() { grep -E '^[^ :][^:]*:[0-9]+: [^ :]+: .+; .+$' <<< "$said"; }
line_of() { grep -nF -m 1 -- "$2" "$1" | cut -d : -f 1; } # FILE TEXT
half_written() { find . \( -name '*.new' -o -name '.new*' \) ! -path ./tangled/.new -print; }

# A book that cannot be built, with what it has to say about it:
#   breaks NAME EDIT EXPECTED...     with EXPECTED one `FILE|TEXT ON THE LINE|SLUG: CAUSE` for each line that is to be
#                                    told (the line may be a number), and no other line may be; $goal is what is made
# The book was built before. After EDIT the page of the first chapter named has to go, and the printed book and
# the e-book too; then the sources are put back, and all is built again.
goal=html options=() keeps_page=
breaks() {
    local name=$1 edit=$2 begins expected file text cause line wrong='' found=() page
    shift 2
    [ -e "$place/good" ] || { mkdir -p "$place/good/book" && cp book/*.* "$place/good/book/" && cp -a chapters figures "$place/good/"; }
    echo old > book/out/handbook.pdf
    echo old > book/out/handbook.epub
    eval "$edit" || wrong+="the edit itself failed"$'\n'
    run make "$goal" ${options[@]+"${options[@]}"}
    [ "$status" != 0 ] || wrong+="exit status 0"$'\n'
    mapfile -t found < <(faults)
    [ "${#found[@]}" = $# ] || wrong+="${#found[@]} faults told, $# expected"$'\n'
    for expected in "$@"; do
        IFS='|' read -r file text cause <<< "$expected"
        case $text in *[!0-9]* | '') line=$(line_of "$file" "$text") ;; *) line=$text ;; esac
        case $cause in *…) begins="$file:$line: ${cause%…}" ;; *) begins="$file:$line: $cause; " ;; esac
        case $(printf "\n%s" ${found[@]+"${found[@]}"}) in *$'\n'"$begins"*) ;; *) wrong+="not told: $begins"$'\n' ;; esac
        page=book/out/html/${cause%%:*}.html
        [ ! -e "$page" ] || [ -n "${keeps_page-}" ] || wrong+="the stale page $page is left"$'\n'
    done
    for file in book/out/handbook.pdf book/out/handbook.epub; do
        [ "$(cat "$file" 2> /dev/null)" != old ] || wrong+="the stale $file is left"$'\n'
    done
    [ -z "$(half_written)" ] || wrong+="half-written: $(half_written)"$'\n'
    # Repaired, it builds again.
    mend
    local broken=$said
    run make html
    [ "$status" = 0 ] || wrong+="repaired, it does not build: $said"$'\n'
    for page in alpha beta vocabulary glossary index; do
        [ -s "book/out/html/$page.html" ] || wrong+="repaired, it has no page $page"$'\n'
    done
    if [ -z "$wrong" ]; then pass "$name"; else fail "$name" "$wrong$broken"; fi
}
# Puts back what an edit changed, as an editor would: with the time of now.
mend() {
    local file
    while IFS= read -r -d '' file; do
        cmp -s "$place/good/$file" "$file" || cp "$place/good/$file" "$file"
    done < <(cd "$place/good" && find . -type f -print0)
    while IFS= read -r -d '' file; do
        [ -e "$place/good/$file" ] || rm "$file"
    done < <(find chapters figures -type f -print0)
}
