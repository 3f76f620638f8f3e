# After source.awk has found nothing wrong: the chapter's stream twice more, for `mnt` to write programs from.
#   NEW/named  as the reader gets them: headed by what they are, chunk names kept as comments
#   NEW/lines  for our own compiles: with #line directives into the chapter
# Labels are taken off the lines in both.
#   markup SHARED CHAPTER | LC_ALL=C awk -v chapter=FILE -v slug=SLUG -v new=NEW -f source.awk -f tangle.awk

function note(s) { return style == "c" ? "/* " s " */" : "# " s }
function styled(name) { return name ~ /\.[ch]$/ ? "c" : name ~ /\.(sh|mk|py)$|^Makefile$/ ? "hash" : "" }
# A chunk is commented, and its lines are counted, in the manner of the programs that it reaches.
function paint(name, as,   list, k, i) {
    if (name in painted) return
    painted[name] = as
    k = split(used[name], list, SUBSEP)
    for (i = 1; i <= k; i++) paint(list[i], as)
}
function head(name,   last) {
    last = "Tangled from " chapter ": change that, not this."
    say(named, (style == "c" ? "/* " : "# ") slug "/" name ", of The C Concurrency Handbook (MIT licence).")
    say(named, style == "c" ? " * " last " */" : "# " last)
}
function say(file, s) { print "@text " s > file; print "@nl" > file }

END {
    named = new "/named"
    lines = new "/lines"
    for (i = 1; i <= names; i++) if (styled(order[i]) != "") paint(order[i], styled(order[i]))
    # A chunk that is used amid a line can't be told by lines.
    for (i = 1; i <= NR; i++) {
        if (stream[i] ~ /^@(begin|end) code/) code = stream[i] ~ /^@begin/
        if (code && stream[i] ~ /^@use / && !alone(i)) amid[substr(stream[i], 6)] = 1
    }
    for (i = 1; i <= NR; i++) {
        s = stream[i]
        if (s ~ /^@file /) { file = substr(s, 7); line = 0 }
        else if (s == "@nl") line++
        else if (s ~ /^@begin code/) code = 1
        else if (s ~ /^@end code/) code = 0
        else if (s ~ /^@defn /) { name = substr(s, 7); style = painted[name]; first = 1 }
        else if (code && s ~ /^@text /) sub(/[ ]*(\/\/|#): [A-Za-z0-9-]+$/, "", s)
        if (code && style != "" && s ~ /^@use / && alone(i)) {
            say(named, note(substr(s, 6)))
            if (indent(i) != "") print "@text " indent(i) > named
        }
        print s > named
        print s > lines
        if (s == "@nl" && code) {
            if (first && styled(name) != "" && !headed[name]++)
                head(name)
            # The place is told at a chunk's start, and again after each chunk that stands in it.
            if (style == "c" && !(name in amid) && (first || after_use) && stream[i + 1] !~ /^@(use|end)/)
                say(lines, "#line " line + 1 " \"" file "\"")
            first = after_use = 0
        }
        if (code && s ~ /^@use /) after_use = 1
    }
}
# A use alone on its line, and how far in it stands.
function alone(i) {
    return (stream[i - 1] ~ /^@text [ ]*$/ || stream[i - 1] == "@nl") && (stream[i + 1] == "@nl" || stream[i + 1] ~ /^@text [ ]*$/ && stream[i + 2] == "@nl")
}
function indent(i) { return stream[i - 1] == "@nl" ? "" : substr(stream[i - 1], 7) }
