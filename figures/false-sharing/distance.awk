# Draws distance.svg from the record distance.out: awk -f distance.awk distance.out
function x(bytes) { return 56 + bytes * 1.9 }
function y(ns) { return 212 - ns / most * 180 }
body && $1 ~ /^[0-9]+$/ {
    at[++n] = $1; ns[n] = $2
    if ($2 > top) top = $2
}
/^$/ { body = 1 }
END {
    most = 5 * int(top / 5 + 1)
    print "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 580 264\" width=\"580\" height=\"264\""
    print "  font-family=\"Lato, 'Helvetica Neue', Arial, sans-serif\" font-size=\"12\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.4\">"
    print "  <!-- drawn by distance.awk from distance.out -->"
    printf "  <path d=\"M%.1f 20V%.1fH%.1f\" stroke-width=\"1\"/>\n", x(0) - 8, y(0), x(256) + 8
    for (b = 64; b <= 256; b += 64)
        printf "  <path d=\"M%.1f 20V%.1f\" stroke-width=\"0.8\" stroke-dasharray=\"2 4\"/>\n", x(b) - 7.6, y(0)
    for (i = 1; i <= n; i++) d = d (i > 1 ? "L" : "M") sprintf("%.1f %.1f", x(at[i]), y(ns[i]))
    printf "  <path d=\"%s\" stroke-width=\"0.8\"/>\n", d
    for (i = 1; i <= n; i++) printf "  <circle cx=\"%.1f\" cy=\"%.1f\" r=\"2.8\" fill=\"currentColor\"/>\n", x(at[i]), y(ns[i])
    print "  <g stroke=\"none\" fill=\"currentColor\" text-anchor=\"middle\">"
    for (v = 0; v <= most; v += 5) printf "    <text x=\"%.1f\" y=\"%.1f\" text-anchor=\"end\">%d</text>\n", x(0) - 14, y(v) + 4, v
    for (b = 0; b <= 256; b += 32) printf "    <text x=\"%.1f\" y=\"%.1f\">%d</text>\n", x(b), y(0) + 17, b
    printf "    <text x=\"%.1f\" y=\"%.1f\">bytes from one counter to the other</text>\n", x(128), y(0) + 38
    printf "    <text x=\"%.1f\" y=\"14\" text-anchor=\"start\">ns per increment</text>\n", x(0) - 28
    printf "    <text x=\"%.1f\" y=\"204\">one line</text>\n", x(28)
    printf "    <text x=\"%.1f\" y=\"204\">the next</text>\n", x(92)
    print "  </g>\n</svg>"
}
