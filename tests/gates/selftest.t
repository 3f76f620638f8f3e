#!/usr/bin/env bash
# Proves that every gate fails on a planted fault: prove tests/gates/selftest.t
exec node "$(dirname -- "$0")/selftest.mjs"
