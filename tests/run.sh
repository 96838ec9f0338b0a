#!/bin/sh
# The gate, the same for a person and for a machine: builds and passes all tests.
# usage: sh tests/run.sh
# Installs what is missing on Debian and Ubuntu (as root or with sudo) and says so.
#
# All is built with g++ as it is used, and the rooms' tests once more with clang under AddressSanitizer
# and UndefinedBehaviorSanitizer, without optimizing. The conformance suite and the examples, the
# program among them, are built once: the sanitizers would take longer with them than with all else.
# Warnings are errors. Then each header is compiled alone and the format
# is checked. The last line counts the tests and these steps.

root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
. "$root/.ci/packages.sh"
began=$(date +%s)

passed=0 failed=0 remarks=''
remark() {
    remarks="$remarks$*
"
}

# count STATUS WHAT: one step.
count() {
    if [ "$1" -eq 0 ]; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        remark "FAILED: $2"
    fi
}

# build_and_test FOLDER OPTIONS...
build_and_test() {
    name=$1 build=$root/$1
    shift
    say
    say "== $name"
    configure "$root" "$build" "$@"
    configured=$?
    [ $configured -eq 0 ] || count $configured "$name is configured"
    [ $configured -eq 0 ] || return

    # On past what fails, to see all of it at once; tests that were not built fail.
    keep_going=-k
    [ ! -e "$build/build.ninja" ] || keep_going='-k 0'
    # shellcheck disable=SC2086 # two words
    cmake --build "$build" --parallel "$(processors)" -- $keep_going
    count $? "$name is built"

    results=$build/results.xml
    rm -f "$results"
    ctest --test-dir "$build" --parallel "$(processors)" --output-on-failure --no-tests=error \
        --output-junit "$results"
    tested=$?
    of_all=$(counted tests) of_failed=$(counted failures) of_skipped=$(counted skipped)
    passed=$((passed + of_all - of_failed - of_skipped))
    failed=$((failed + of_failed))
    [ "$of_skipped" -eq 0 ] || remark "$name: $of_skipped tests were skipped, see above"
    if [ $tested -ne 0 ]; then
        remark "FAILED: tests in $name"
        [ "$of_failed" -gt 0 ] || failed=$((failed + 1))
    fi
}

# counted WHAT: a count from the head of ctest's results; 0 if there are none.
counted() {
    number=$(sed -n "s/.*[[:space:]]$1=\"\\([0-9]*\\)\".*/\\1/p" "$results" 2> /dev/null | head -n 1)
    say "${number:-0}"
}

need_packages "$root/build/not_in_archive" \
    g++ cmake ninja-build boost librange-v3-dev catch2 nlohmann-json3-dev \
    -- libbenchmark-dev pkg-config clang-19 clang-format-19 libtbb-dev libopenmpi-dev openmpi-bin
check_versions
gxx=$(find_gxx)
[ -n "$gxx" ] || die "g++ 12 or newer is needed."

benchmarks=ON
if ! there_is libbenchmark-dev; then
    benchmarks=OFF
    remark "The benchmarks were not built: there is no Google Benchmark here"
fi
there_is libtbb-dev || remark "Ensembles on oneTBB were not tested: it is not here"
if ! there_is libopenmpi-dev || ! there_is openmpi-bin; then
    remark "Ensembles on many ranks were not tested: there is no MPI here"
fi
build_and_test build/gcc -DCMAKE_CXX_COMPILER="$gxx" -DCMAKE_BUILD_TYPE=Release \
    -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES=ON -DORGSCALE_INSTALL=ON -DORGSCALE_BENCHMARKS=$benchmarks \
    -DORGSCALE_PRECOMPILED=ON

say
say "== each header alone"
cmake --build "$root/build/gcc" --target all_verify_interface_header_sets --parallel "$(processors)"
count $? "each header compiles alone"

clangxx=$(find_clangxx)
if [ -n "$clangxx" ]; then
    [ "$clangxx" = clang++-19 ] || remark "The second compiler was $clangxx: there is no clang-19 here"
    build_and_test build/clang-asan -DCMAKE_CXX_COMPILER="$clangxx" -DCMAKE_BUILD_TYPE=Debug \
        -DCMAKE_CXX_FLAGS_DEBUG='-O0 -gline-tables-only' \
        -DCMAKE_CXX_FLAGS='-fsanitize=address,undefined -fno-sanitize-recover=all' \
        -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES=OFF -DORGSCALE_INSTALL=ON -DORGSCALE_BENCHMARKS=OFF \
        -DORGSCALE_CONFORMANCE=OFF -DORGSCALE_PRECOMPILED=ON
else
    remark "NO second compiler and NO sanitizers: there is no clang 16 or newer here"
fi

say
say "== format"
if has clang-format-19; then
    differing=$(cd "$root" && find include examples tests bench -name '*.[ch]pp' | sort |
        while read -r file; do
            clang-format-19 "$file" | cmp -s - "$file" || say "    $file"
        done)
    if [ -n "$differing" ]; then
        say "clang-format-19 would change these:"
        say "$differing"
    fi
    [ -z "$differing" ]
    count $? "format"
else
    remark "The format was not checked: there is no clang-format-19 here"
fi

say
say "Took $(($(date +%s) - began)) s"
[ -z "$remarks" ] || printf '%s' "$remarks"
say "$passed passed, $failed failed"
[ $failed -eq 0 ]
