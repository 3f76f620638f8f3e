#!/usr/bin/env bash
# Tools that die, that print nothing or only half, or that are not there: told in one line, nothing stale left.
. "$(dirname "$0")/lib.sh"
book "$place/book"
run make html
is 'the book is good before it is broken' "$status$(faults)" 0

# ---- noweb's programs, replaced one by one in a folder of their own

noweb=/usr/lib/noweb
mkdir "$place/noweb"
ln -s "$noweb"/* "$place/noweb/"
options=("noweb=$place/noweb")
fake() { # TOOL LINES...: a script in its place
    rm -f "$place/noweb/$1"
    printf '%s\n' '#!/bin/bash' "${@:2}" > "$place/noweb/$1"
    chmod +x "$place/noweb/$1"
}
half='real() { '$noweb'/markup "$@" | head -n 40; }'
touched="touch $alpha"
told="$alpha|1|alpha: markup failed or made only a part"
fake markup 'exit 1';                           breaks 'markup dies' "$touched" "$told"
fake markup 'exit 0';                           breaks 'markup prints nothing' "$touched" "$told"
fake markup "$half" 'real "$@"; exit 1';        breaks 'markup prints half and dies' "$touched" "$told"
fake markup "$half" 'real "$@"; exit 0';        breaks 'markup prints half and says that all is well' "$touched" "$told"
# The same for the weaver, which reads the chapter anew, without -t.
only='[ "$1" != -t ] || exec '$noweb'/markup "$@"'
told="$alpha|1|alpha: markup or pandoc failed with exit status"
fake markup "$only" 'exit 1';                   breaks 'weaving, markup dies' "$touched" "$told 4 or made nothing"
fake markup "$only" 'exit 0';                   breaks 'weaving, markup prints nothing' "$touched" "$told 4 or made nothing"
fake markup "$only" "$half" 'real "$@"; exit 1'; breaks 'weaving, markup prints half and dies' "$touched" "$told 4 or made nothing"
fake markup "$only" "$half" 'real "$@"; exit 0'; breaks 'weaving, markup prints half and says that all is well' "$touched" "$told 4 or made nothing"
fake markup "$noweb/markup \"\$@\"; [ \"\$1\" = -t ]"; breaks 'weaving, markup prints all and dies' "$touched" "$told 1 or made nothing"
rm "$place/noweb/markup"
ln -s $noweb/markup "$place/noweb/"
told="$alpha|1|alpha: mnt failed or made only a part"
fake mnt 'exit 1';                              breaks 'mnt dies' "$touched" "$told"
fake mnt "head -n 60 | $noweb/mnt \"\$@\"; exit 1"; breaks 'mnt writes half and dies' "$touched" "$told"
options=("noweb=$place/none")
breaks 'noweb is missing' "$touched" "$alpha|1|alpha: noweb is missing; run \`make deps\` (Debian package noweb)…"
options=()

# ---- the others, replaced in the PATH

mkdir "$place/first"
path=$PATH
fake() {
    rm -f "$place"/first/*
    printf '%s\n' '#!/bin/bash' "${@:2}" > "$place/first/$1"
    chmod +x "$place/first/$1"
    PATH=$place/first:$path
}
breaks_with() { # as `breaks`; the tool is whole again when the book is put right
    mend() { PATH=$path; touch $alpha book/bibliography.bib; }
    breaks "$@"
}
pandoc=$(command -v pandoc)
told="$alpha|1|alpha: markup or pandoc failed with exit status"
fake pandoc 'exit 1';                           breaks_with 'pandoc dies' "$touched" "$told 1 or made nothing"
fake pandoc 'cat > /dev/null; exit 0';          breaks_with 'pandoc prints nothing' "$touched" "$told 1 or made nothing"
fake pandoc "$pandoc \"\$@\"; exit 9";          breaks_with 'pandoc does its work and dies' "$touched" "$told 9 or made nothing"
fake pandoc "case \$* in *citeproc*) exit 1 ;; esac; exec $pandoc \"\$@\""
keeps_page=1
breaks_with 'the bibliography cannot be read' 'touch book/bibliography.bib' 'book/bibliography.bib|1|bibliography: pandoc failed with exit status 1 or made nothing'
keeps_page=
goal=epub
fake zip 'exit 12'
breaks_with 'zip dies' "$touched"
is 'and no half-written e-book is there' "$(ls book/out/*.epub 2> /dev/null)" ''

# ---- and missing altogether

mkdir "$place/bin"
PATH=$path
IFS=: read -ra folders <<< "$path"
for folder in "${folders[@]}"; do ln -s "$folder"/* "$place/bin/" 2> /dev/null; done
missing() { # TOOL PACKAGE GOAL OUT-OF-DATE
    local name=$1 package=$2 goal=$3
    rm -f "$place/bin/$name" $4
    PATH=$place/bin
    said=$(make "$goal" 2>&1)
    status=$?
    PATH=$path
    ln -s "$(command -v "$name")" "$place/bin/$name"
    is "$name is missing: the package is named" "$((status != 0)) $(grep -c "^\(.*: \)*$name is missing[:;] run .make deps. (Debian package $package)$" <<< "$said")" '1 1'
}
goal=html
make html > /dev/null 2>&1
missing pandoc pandoc html book/out/.cache/alpha.facts
missing texlua texlive-binaries html book/out/.cache/bibliography.facts
missing lualatex texlive-luatex pdf book/out/handbook.pdf
missing rsvg-convert librsvg2-bin html book/out/html/social-card.png
missing rsvg-convert librsvg2-bin pdf book/out/.cache/figures/alpha/lanes.pdf
missing rsvg-convert librsvg2-bin epub book/out/handbook.epub
missing zip zip epub book/out/handbook.epub
missing pyftsubset fonttools html book/out/html/fonts/fonts.css
mkdir -p tangled/.build
missing gcc gcc record tangled/.build/none
touch book/out/html/fonts/fonts.css
run make html
is 'with all of them, it builds' "$status$(faults)" 0
end
