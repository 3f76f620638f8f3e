# Reads a TeX log and says what is wrong in it, one line each; exits 1 when something is.
function file_of(path) { sub(/.*\//, "", path); return path }
function chapter(path) { path = file_of(path); sub(/\.[a-z]*$/, "", path); return path }
function fault(s) { if (!said[s]++) print s; bad = 1 }
/^[^ ].*\.(tex|sty|cls|def):[0-9]+: / {
    split($0, at, ":")
    text = $0
    sub(/^[^:]*:[0-9]+: /, "", text)
    if (text !~ /==> Fatal/) fault("book/out/.cache/" file_of(at[1]) ":" at[2] ": " chapter(at[1]) ": TeX: " text "; look at that line, and mend the chapter where it comes from")
}
/^! / && !/^! ==>/ { fault("book: TeX: " substr($0, 3) "; see the log beside the .tex file") }
/^NwOverfull: / { fault("book: " substr($0, 13) "; shorten the line of code") }
/^NwUndefined: / { fault("book: undefined reference " substr($0, 14) "; mend it in the chapter") }
/^Missing character: / { fault("book: TeX: " $0 "; use a character that the book's fonts have") }
END { exit bad }
