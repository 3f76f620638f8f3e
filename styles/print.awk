# Reads a TeX log and says what is wrong in it, one line each; exits 1 when something is. $root is the book's folder.
function file_of(path) { sub(/.*\//, "", path); return path }
function chapter(path) { path = file_of(path); sub(/\.[a-z]*$/, "", path); return path }
# Told once, wherever it stands first.
function fault(s,   what) { what = s; sub(/^[^ ]* /, "", what); if (!said[what]++) print s; bad = 1 }
/^[^ ].*\.(tex|sty|cls|def):[0-9]+: / {
    split($0, at, ":")
    text = $0
    sub(/^[^:]*:[0-9]+: /, "", text)
    if (text !~ /==> Fatal/) fault("book/out/.cache/" file_of(at[1]) ":" at[2] ": " chapter(at[1]) ": TeX: " text "; look at that line, and mend the chapter where it comes from")
}
function here() { return "book/out/.cache/" file_of(FILENAME) ":" NR ": " chapter(FILENAME) ": " }
/^! / && !/^! ==>/ { fault(here() "TeX: " substr($0, 3) "; see the lines around that one, and mend the chapter where it comes from") }
/^NwOverfull: / { fault(here() "a line of code runs into the margin: " substr($0, 13) "; shorten it") }
/^NwUndefined: / { fault(here() "undefined reference " substr($0, 14) "; mend it in the chapter") }
# Missing character: There is no X (U+1F600) in font NAME: the chapter's line is looked for by the character.
/^Missing character: / {
    at = here()
    char = $6
    if (ENVIRON["root"] != "" && char ~ /^[\300-\367][\200-\277]+$/) {
        find = "cd \"$root\" && grep -nF -m 1 -- '" char "' book/*.* chapters/*/*.nw | head -n 1"
        if ((find | getline found) > 0) {
            split(found, place, ":")
            slug = chapter(place[1])
            sub(/^[0-9]+-/, "", slug)
            at = place[1] ":" place[2] ": " slug ": "
        }
        close(find)
    }
    fault(at "no font has the character " char " " $7 "; use one that the book's faces have")
}
END { exit bad }
