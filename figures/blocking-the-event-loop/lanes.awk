# Draws lanes.svg from lanes.out, which is what strace said of bad.c and of good.c: awk -f lanes.awk lanes.out
function x(s) { return 92 + (s - zero) * 1000 * 70 }
function text(at, y, what, how) { words = words sprintf("    <text x=\"%.1f\" y=\"%d\"%s>%s</text>\n", at, y, how, what) }
function tick(at, y) { printf "  <path d=\"M%.1f %dv12\"/>\n", at, y - 10 }
function label(kind, y) { # words that are close to each other in time stand in one label
    if (kind in last && $2 - since[kind] < 0.0008) { said[kind] = said[kind] " " letter(); return }
    tell(kind); last[kind] = y; since[kind] = $2; said[kind] = letter()
}
function tell(kind) { if (kind in last) text(x(since[kind]), last[kind], said[kind], ""); delete last[kind] }
function lane(y, name) { text(0, y, name, ""); printf "  <path d=\"M92 %dH596\" stroke-width=\"0.6\" stroke-dasharray=\"2 4\"/>\n", y + 2 }
function letter() { return substr($0, index($0, "\"") + 1, 1) }
function number() { # the first byte that was read, as strace writes it
    byte = substr($0, index($0, "\"") + 1)
    if (byte ~ /^\\n/) return 10
    if (byte ~ /^\\t/) return 9
    sub(/^\\/, "", byte); sub(/\\.*/, "", byte)
    return int(byte / 10) * 8 + byte % 10
}
function done() { return /resumed>/ ? $2 : $2 + substr($NF, 2, length($NF) - 2) } # when the call returned
BEGIN {
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 620 304\" width=\"620\" height=\"304\""
    print "  font-family=\"Lato, 'Helvetica Neue', Arial, sans-serif\" font-size=\"13\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.3\">"
    print "  <!-- drawn by lanes.awk from lanes.out -->"
}
/^\$ / {
    for (kind in last) tell(kind)
    top = top ? 142 : 36; loop = zero = 0; delete asleep
    text(0, top - 18, substr($NF, 3) ".c", " font-weight=\"bold\"")
    lane(top, "clients ask"); lane(top + 24, "beats due"); lane(top + 48, "the loop")
    next
}
/epoll_wait/ && !loop { loop = $1 }
/write\([0-9]+, "[a-z]", 1/ && $1 != loop { if (!zero) { zero = $2; world = $1 } label("asks", top) }
!zero { next }
/write\([0-9]+, "[A-Z]", 1/ && $1 == loop { label("answers", top + 66) }
/read.*, 8\) += 8/ && $1 == world { tick(x(done()), top + 24) }
/read\(3, .*, 8\) += 8/ && $1 == loop {
    tick(x($2), top + 48)
    if (number() > 2) text(x($2) + 34, top + 48, number() " beats", "")
}
/read\([0-9]+,  <unfinished/ && $1 != world { asleep[$1] = $2 }
/read resumed>"[A-Z]"/ && ($1 in asleep) {
    y = top + 48; name = tolower(letter())
    if ($1 != loop) { y = top + (name == "x" ? 84 : 106); lane(y, name "\x27s thread") }
    printf "  <rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" rx=\"2\" fill=\"currentColor\" fill-opacity=\"0.3\"/>\n", x(asleep[$1]), y - 10, x($2) - x(asleep[$1])
    if (x($2) - x(asleep[$1]) > 100) text((x($2) + x(asleep[$1])) / 2, y, "asleep in look_up", " text-anchor=\"middle\" font-size=\"11\"")
    delete asleep[$1]
}
END {
    for (kind in last) tell(kind)
    for (ms = 0; ms <= 7; ms++) {
        printf "  <path d=\"M%d 266v6\"/>\n", 92 + ms * 70
        text(92 + ms * 70, 286, ms, " text-anchor=\"middle\"")
    }
    text(596, 301, "milliseconds", " text-anchor=\"end\"")
    printf "  <path d=\"M92 266H596\"/>\n  <g stroke=\"none\" fill=\"currentColor\">\n%s  </g>\n</svg>\n", words
}
