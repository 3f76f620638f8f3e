# The reports of a detector, found in what it printed: one line each.
#   REPORT=ERE awk -v program=NAME -v run=N -f reports.awk MAP OUTPUT     prints RUN<TAB>KIND<TAB>LINE
# LINE is the line that a report begins with, without what differs from run to run (… stands there), and the
# places in the program. KIND is the same without numbers and places: two reports of one kind say the same thing.
# MAP has `FILE:LINE FILE:LINE`, from the chapter, as the debug information has it, to the reader's copy.
FILENAME == ARGV[1] { place_of[$1] = $2; next }

# Valgrind and AddressSanitizer put the process in front of their lines.
match($0, /^==[0-9]+==/) {
    process = substr($0, RSTART, RLENGTH)
    if (first == "") first = process
    sub(/^==[0-9]+== ?/, "")
}
# A descriptor that was there before the program began isn't the program's, nor one that a child got by fork.
head ~ /^Open file descriptor/ && /<inherited from parent>/ { head = "" }
/^Open file descriptor/ && process != first { next }
# Valgrind's count stands for a report only if none of its heads was known.
/^ERROR SUMMARY: [1-9]/ && process in told { next }

$0 ~ ENVIRON["REPORT"] {
    tell()
    head = $0
    told[process] = 1
    places = ends = 0
    # Static analysers and UBSan begin with the place.
    if (match(head, /^[^ ]+\.(nw|c|h):[0-9]+(:[0-9]+)?: /)) {
        text = substr(head, RLENGTH + 1)
        find(substr(head, 1, RLENGTH))
        head = text
        ends = 1
    }
    next
}
# Of a report's stacks the first two count, each with its innermost line of the program: the two accesses of a
# race, the use and the free, the two locks. Where a thread was made, or a segment began, is neither.
/ created( |$)|Other segment|^SUMMARY/ && places > 0 { ends = 1 }
/^ *(#0|at 0x)/ { wanted = 1 }
wanted && !ends && /\.(nw|c|h):[0-9]/ { find($0) }
END { tell() }

function find(text) {
    while (match(text, /[^ ()\/]+\.(nw|c|h):[0-9]+/)) {
        at = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        if (at in place_of) at = place_of[at]
        else if (at !~ "^" program "\\.c:") continue
        if (places < 2) place[++places] = at
        wanted = 0
        return
    }
}

function tell(    line, kind) {
    if (head == "") return
    line = head
    gsub(/\t/, " ", line)
    gsub(/0x[0-9A-Fa-f]+/, "…", line)
    gsub(/pid=[0-9]+/, "pid=…", line)
    sub(/ T[0-9]+\)$/, " T…)", line)
    gsub(/[Tt]hread #?[0-9]+/, "&#", line)      # "thread #3" to "thread #…": which of two equals it is, is luck
    gsub(/#?[0-9]+#/, "#…", line)
    kind = line
    if (match(line, /\[[^] ]*\]$/)) kind = substr(line, RSTART)   # a check of a static analyser has a name
    gsub(/[0-9]+|read|write|load|store/, "", kind)
    sub(/:$/, "", line)
    if (places == 2 && number(place[1]) > number(place[2])) { at = place[1]; place[1] = place[2]; place[2] = at }
    if (places > 0) line = line " at " place[1]
    if (places == 2 && place[1] != place[2]) line = line " and " place[2]
    print run "\t" kind "\t" line
    head = ""
}

function number(at) { sub(/.*:/, "", at); return at + 0 }
