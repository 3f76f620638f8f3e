#!/usr/bin/env bash
# What `perf c2c` says of bad.c on this machine: bash figures/false-sharing/c2c.sh   `make record` runs it
# when bad.c is another. Renews figures/false-sharing/c2c.out. A machine with the counters for it says more, and needs more of the page.
set -euo pipefail
cd "$(dirname "$0")/../.."
# shellcheck source=tests/lib/record.sh
. tests/lib/record.sh
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
gcc -std=c11 -O2 -pthread -o "$work/bad" tangled/false-sharing/bad.c
status=0
said=$(cd "$work" && perf c2c record -- ./bad 2>&1) || status=$?
{
    stamp output 'perf c2c record -- ./bad' "$(versions perf)"
    echo "exit: $status"
    hashes false-sharing bad.c
    printf '\n%s\n' "$said"
} | keep figures/false-sharing/c2c.out
