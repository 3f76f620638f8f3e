# Prepares one chapter for `mnt`: takes the labels off the lines, heads every program with what it is, and
# keeps the names of the chunks as comments. With bare=1 it only takes the labels off (for our own
# compiles, whose #line directives count the lines of the source).
#   markup SHARED CHAPTER | awk -v chapter=FILE -v slug=SLUG -v bare=0 -f tangle.awk | mnt bad.c good.c

function note(s) { return style == "c" ? "/* " s " */" : "# " s }
function styled(name) { return name ~ /\.[ch]$/ ? "c" : name ~ /\.(sh|mk|py)$|^Makefile$/ ? "hash" : "" }

{ lines[NR] = $0 }
# What is not a C program's has no style of its own to be told by: a chunk is styled by the roots it reaches.
/^@defn / { name = substr($0, 7); if (!(name in known)) { known[name] = 1; order[++n] = name } }
/^@use / { if (name != "") uses[name] = uses[name] SUBSEP substr($0, 6) }
/^@end code/ { name = "" }

function paint(name, as,   list, k, i) {
    if (painted[name]) return
    painted[name] = as
    k = split(uses[name], list, SUBSEP)
    for (i = 2; i <= k; i++) paint(list[i], as)
}

END {
    for (i = 1; i <= n; i++) if (styled(order[i]) != "") paint(order[i], styled(order[i]))
    for (i = 1; i <= NR; i++) {
        s = lines[i]
        if (s ~ /^@begin code/) code = 1
        if (s ~ /^@end code/) code = 0
        if (code && s ~ /^@text /) sub(/[ ]*(\/\/|#): [A-Za-z0-9-]+$/, "", s)
        if (s ~ /^@defn /) {
            name = substr(s, 7)
            style = painted[name]
            first = 1
        }
        if (!bare && code && s ~ /^@use / && style != "") {
            # A use alone on its line is announced by its name, at its own indentation.
            before = lines[i - 1]
            if ((before ~ /^@text [ ]*$/ || before == "@nl") && (lines[i + 1] == "@nl" || lines[i + 1] ~ /^@text [ ]*$/ && lines[i + 2] == "@nl")) {
                indent = before == "@nl" ? "" : substr(before, 7)
                print "@text " note(substr(s, 6))
                print "@nl"
                if (indent != "") print "@text " indent
            }
        }
        print s
        if (!bare && s == "@nl" && first && code) {
            first = 0
            if (styled(name) != "" && !headed[name]++) {
                print "@text " note(slug "/" name ": from The C Concurrency Handbook, " chapter ". MIT licence. Tangled: change the chapter, not this file.")
                print "@nl"
            }
        }
    }
}
