# Records: what was observed, under figures/<slug>/. `key: value` lines, an empty line, the body. To be sourced.

# stamp KIND COMMAND COMPILERS: the keys that every record begins with, but for the hashes.
stamp() {
    printf 'kind: %s\ncommand: %s\n' "$1" "$2"
    echo "compiler: ${3:-$(versions gcc clang)}"
    echo "libc: $(getconf GNU_LIBC_VERSION)"
    echo "kernel: $(uname -r | cut -d . -f 1,2)"
    echo "cpus: $(nproc)"
    echo "date: $(date -u +%F)"
}
# versions TOOL...: "gcc 12.2.0; clang 14.0.6"; a tool that is not there is left out.
versions() {
    local tool all=
    for tool; do
        command -v "$tool" > /dev/null || continue
        all+="${all:+; }$tool $("$tool" --version | grep -oE '[0-9]+\.[0-9.]+' | head -1)"
    done
    echo "$all"
}
# speaks_of SLUG INSTRUMENT: the tangled files that a record of stress, detect or mutate depends on, one a line.
speaks_of() {
    local file
    for file in "tangled/$1"/*.c; do
        [ -e "$file" ] || continue
        file=${file##*/}
        [ ! -e "tangled/$1/${file%.c}.h" ] || continue
        case $2:$file in
            stress:* | mutate:good* | mutate:check*) echo "$file" ;;
            detect:check* | detect:answer-*) ;;
            detect:*) echo "$file" ;;
        esac
    done
}
# hashes SLUG FILE...: a line `sha256 FILE: HASH` for each tangled file that the record speaks of.
hashes() {
    local slug=$1 file
    shift
    for file; do echo "sha256 $file: $(sha256sum < "tangled/$slug/$file" | cut -d ' ' -f 1)"; done
}
# engine: such a line for the interleaver as a whole, in records of it that are made by hand because they take long.
engine() { echo "sha256 interleaver: $(cat tangled/interleaver/interleaver.c tangled/*/*.inc | sha256sum | cut -d ' ' -f 1)"; }
# agrees RECORD SLUG FILE...: whether the record is of exactly these files as they are now, and as it was written.
agrees() {
    local record=$1
    shift
    [ -e "$record" ] && [ "$(sed -n '/^$/q; /^sha256 /p' "$record")" = "$(hashes "$@")" ] && sealed "$record"
}
# seal FILE: the hash of what the record says; it finds out who edits a record by hand without thinking, not who cheats.
seal() { sed '/^seal: /d' "$1" | sha256sum | cut -d ' ' -f 1; }
sealed() { [ "$(sed -n '/^$/q; s/^seal: //p' "$1")" = "$(seal "$1")" ]; }
# what_of RECORD WHOSE: what is wrong with a record that does not agree.
what_of() {
    if [ ! -e "$1" ]; then echo "there is no record $1"
    elif ! sealed "$1"; then echo "the record $1 was changed by hand"
    else echo "the record $1 is of $2"; fi
}
# keep FILE: puts standard input there, whole and sealed or not at all, and shows what has changed.
keep() {
    local hash
    mkdir -p "${1%/*}"
    cat > "$1.new" || { rm -f "$1.new"; return 1; }
    hash=$(seal "$1.new")
    sed -i "0,/^$/s/^$/seal: $hash\n/" "$1.new"
    [ ! -e "$1" ] || diff "$1" "$1.new" | sed 's/^/    /' || true
    mv "$1.new" "$1" && echo "recorded $1"
}
# renew SLUG INSTRUMENT: the record on standard input.
renew() { keep "figures/$1/$2.record"; }
