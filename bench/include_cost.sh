#!/bin/sh
# The cost of including a header: CPU seconds to compile an empty program with it, minimum of five runs,
# compared with Boost.odeint and all of range-v3. Prints a table in Markdown.
#
#     sh bench/include_cost.sh [compiler...]        default: g++ and the newest clang++ found
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

if [ $# -eq 0 ]; then
    set -- g++
    for clang in clang++-19 clang++-18 clang++-17 clang++-16 clang++; do
        if command -v "$clang" >/dev/null 2>&1; then
            set -- "$@" "$clang"
            break
        fi
    done
fi

seconds() { # compiler, header
    printf '#include <%s>\nint main() {}\n' "$2" >"$work/it.cpp"
    least=999
    for run in 1 2 3 4 5; do
        # The shell's own account of its children: user and system time, second line of `times`.
        spent=$(sh -c '"$1" -std=c++20 -O0 -I"$2" -c "$3" -o /dev/null && times' sh \
            "$1" "$root/include" "$work/it.cpp" |
            awk 'NR == 2 { total = 0; for (i = 1; i <= 2; ++i) { split($i, p, /[ms]/); total += 60 * p[1] + p[2] } print total }')
        least=$(awk -v a="$spent" -v b="$least" 'BEGIN { print a < b ? a : b }')
    done
    printf '%.2f' "$least"
}

printf '| header |'
for compiler in "$@"; do printf ' %s, s |' "$compiler"; done
printf '\n| --- |'
for compiler in "$@"; do printf ' ---: |'; done
printf '\n'
for header in cmath $(cd "$root/include" &&
    ls orgscale/governance/*.hpp orgscale/growth/*.hpp orgscale/organization/*.hpp orgscale/workforce/*.hpp) \
    $(cd "$root/include" && ls orgscale/*.hpp) boost/numeric/odeint.hpp range/v3/all.hpp; do
    printf '| `<%s>` |' "$header"
    for compiler in "$@"; do printf ' %s |' "$(seconds "$compiler" "$header")"; done
    printf '\n'
done
