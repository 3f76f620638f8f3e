# Checks one chapter's source, as noweb's `markup` gives it (shared file first, chapter last), and prints
# the names of the chapter's root chunks. Every fault is one line: file, line, chapter, cause, cure.
#   markup SHARED CHAPTER | LC_ALL=C awk -v chapter=FILE -f source.awk   (tangle.awk goes on from here)

function fault(at, cause, cure) {
    print at ": " slug ": " cause "; " cure > "/dev/stderr"
    faults = 1
}
function root(name) { return name ~ /^[A-Za-z0-9_-]+\.[A-Za-z0-9]+$/ || name == "Makefile" }

# Depth first along the uses: a chunk met again on its own path uses itself.
function visit(name, path,   n, i, list) {
    if (state[name] == 2) return
    if (state[name] == 1) {
        if (!cyclic[name]++) fault(where[name], "chunk <<" name ">> uses itself" path, "break the circle")
        return
    }
    state[name] = 1
    n = split(used[name], list, SUBSEP)
    for (i = 1; i <= n; i++) visit(list[i], path " -> <<" list[i] ">>")
    state[name] = 2
}
function reach(name,   n, i, list) {
    if (reached[name]++) return
    n = split(used[name], list, SUBSEP)
    for (i = 1; i <= n; i++) reach(list[i])
}

BEGIN { slug = chapter; sub(/.*\//, "", slug); sub(/^[0-9]+-/, "", slug); sub(/\.nw$/, "", slug) }

{ stream[NR] = $0 }
/^@file / { file = substr($0, 7); line = 1; text = ""; next }
/^@begin code/ { code = 1; length_of = 0; name = ""; next }
/^@end code/ { code = 0; name = ""; next }
/^@begin docs/ { docs = 1; next }
/^@end docs/ { docs = 0; next }
/^@defn / {
    name = substr($0, 7)
    if (!(name in where)) { where[name] = file ":" line; order[++names] = name; home[name] = file }
    next
}
/^@use / {
    use = substr($0, 6)
    text = text "<<" use ">>"
    if (code) used[name] = used[name] (used[name] == "" ? "" : SUBSEP) use
    uses[++n_uses] = use
    at[n_uses] = file ":" line
    next
}
/^@text / { text = text substr($0, 7); next }
/^@nl/ {
    if (file == chapter) check(text)
    text = ""
    line++
    next
}
function check(s,   bare) {
    if (s ~ /\r$/) { if (!crlf++) fault(file ":" line, "line ends are CRLF", "save the file with LF line ends") ; sub(/\r$/, "", s) }
    bare = s
    gsub(/[\302-\337][\200-\277]|\340[\240-\277][\200-\277]|[\341-\354\356\357][\200-\277][\200-\277]|\355[\200-\237][\200-\277]|\360[\220-\277][\200-\277][\200-\277]|[\361-\363][\200-\277][\200-\277][\200-\277]|\364[\200-\217][\200-\277][\200-\277]/, "x", bare)
    if (bare ~ /[\200-\377]/) fault(file ":" line, "not UTF-8", "save the file as UTF-8")
    if (s ~ /\t/ && name !~ /(^Makefile|\.mk)$/) fault(file ":" line, "a tab", "write spaces")
    if (!code) prose(s)
    if (code && name != "") {
        sub(/[ ]*\/\/: [A-Za-z0-9-]+$/, "", bare)
        if (length(bare) > 80) fault(file ":" line, "a line of code " length(bare) " columns wide", "break it at 80, where the printed line ends")
    }
}

# Boxes that are opened are closed, and side notes that are named exist, once.
function prose(s,   note) {
    if (s ~ /^ *(```|~~~)/) { listing = !listing; return }
    if (listing) return
    if (s ~ /^ *:::+ *$/) {
        if (boxes > 0) boxes--
        else fault(file ":" line, "a ::: closes nothing", "take it out, or open its box")
    } else if (s ~ /^ *:::/) box[++boxes] = line
    gsub(/`[^`]*`/, "", s)
    if (match(s, /^\[\^[^] ]+\]:/)) {
        note = substr(s, 3, RLENGTH - 4)
        if (note in noted) fault(file ":" line, "the note [^" note "] is written twice", "rename one of them")
        noted[note] = line
        s = substr(s, RLENGTH + 1)
    }
    while (match(s, /\[\^[^] ]+\]/)) {
        note = substr(s, RSTART + 2, RLENGTH - 3)
        if (!(note in called)) called[note] = line
        s = substr(s, RSTART + RLENGTH)
    }
}

END {
    while (boxes > 0) fault(chapter ":" box[boxes--], "a box is opened and not closed", "end it with a line :::")
    for (n in called) if (!(n in noted)) fault(chapter ":" called[n], "the note [^" n "] is nowhere", "write it: [^" n "]: text")
    for (n in noted) if (!(n in called)) fault(chapter ":" noted[n], "nothing refers to the note [^" n "]", "refer to it with [^" n "], or take it out")
    for (i = 1; i <= names; i++) {
        visit(order[i], "")
        if (root(order[i]) && home[order[i]] == chapter) { reach(order[i]); roots[++n_roots] = order[i] }
    }
    for (i = 1; i <= n_uses; i++)
        if (!(uses[i] in where) && !told[uses[i]]++)
            fault(at[i], "chunk <<" uses[i] ">> is not defined", "define it, or mend its name")
    for (i = 1; i <= names; i++)
        if (home[order[i]] == chapter && !reached[order[i]] && !shared)
            fault(where[order[i]], "chunk <<" order[i] ">> is not used", "use it in a root chunk, or take it out")
    if (faults) exit 1
    for (i = 1; i <= n_roots; i++) print roots[i]
}
