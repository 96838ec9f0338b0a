#!/bin/sh
# The gate, the same for developers and for CI: builds and runs all tests.
# usage: sh tests/run.sh [--thorough]
# Installs missing packages on Debian and Ubuntu (as root or with sudo) and says so.
#
# The gate: every test with g++, including the examples, the program and the conformance suite in double,
# float and tangent; the library's tests again with clang, AddressSanitizer and UndefinedBehaviorSanitizer;
# the format. Warnings are errors. The program and the examples at -O1; the tests at -O0, since they take
# longer to compile than to run. The examples are one program here; in the thorough gate g++ compiles each by
# itself. Sanitizer reports name functions here, and lines in the thorough gate. What UndefinedBehaviorSanitizer
# says of null pointers and alignment is left to the thorough gate: AddressSanitizer finds null pointers that are
# used, nothing here is cast to another type, and these checks take an eighth of the compile time.
#
# --thorough: everything at -O3, as in use; the conformance suite in every number type, compared with fifty
# digits; accuracy at 20 000 points; each header alone; every benchmark briefly; ensembles on oneTBB and
# MPI; threaded tests with ThreadSanitizer; the clang build with consumers and refusals; the readers of data files
# and scenarios under libFuzzer for a minute each.
#
# After a change, ccache compiles again only what changed, and a test that passed runs again only if its
# program or a file it reads has changed; the first run in a clone builds and runs everything.
#
# At the end it reports how long each part took, which units took longest to compile, and which exceed
# their budget of time or memory. The last line counts tests and steps.

root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
. "$root/.ci/packages.sh"

thorough=''
case ${1:-} in
    '') ;;
    --thorough) thorough=yes ;;
    *) die "usage: sh tests/run.sh [--thorough]" ;;
esac
[ $# -le 1 ] || die "usage: sh tests/run.sh [--thorough]"

minutes=12 unit_seconds=60 unit_mebibytes=1500
[ -z "$thorough" ] || minutes=60 unit_seconds=240 # at -O3, in fifty digits

began=$(date +%s)
passed=0 failed=0 cases=0 remarks='' parts=''
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

# part NAME: starts a part and records how long the previous one took.
part_name='' part_began=$began
part() {
    now=$(date +%s)
    [ -z "$part_name" ] || parts="$parts$(printf '%6d s  %s' $((now - part_began)) "$part_name")
"
    part_name=$1 part_began=$now
    [ -z "$1" ] || say "
== $1"
}

# build FOLDER OPTIONS..., its compilers run with $environment
environment=''
build() {
    name=$1 build=$root/$1
    shift
    part "$name: configure and build"
    set -- "$@" -DORGSCALE_INSTALL=ON "-DORGSCALE_PASSED=$build/passed"
    [ -z "$launcher" ] || set -- "$@" "-DCMAKE_CXX_COMPILER_LAUNCHER=$launcher"
    configure "$root" "$build" "$@"
    configured=$?
    [ $configured -eq 0 ] || count $configured "$name is configured"
    [ $configured -eq 0 ] || return

    # Continue after failures, to see all of them at once; tests that were not built fail.
    keep_going=-k
    [ ! -e "$build/build.ninja" ] || keep_going='-k 0'
    # shellcheck disable=SC2086 # two words
    env $environment cmake --build "$build" --parallel "$(processors)" -- $keep_going
    count $? "$name is built"
}

# begin_tests FOLDER: runs its tests in the background, into FOLDER/tests.log.
begin_tests() {
    rm -f "$root/$1/results.xml"
    ctest --test-dir "$root/$1" --parallel "$(processors)" --output-on-failure --no-tests=error \
        --output-junit "$root/$1/results.xml" > "$root/$1/tests.log" 2>&1 &
    testing=$!
}

# end_tests FOLDER: waits for the tests begun last, those of FOLDER, shows what they printed and counts them.
end_tests() {
    name=$1 results=$root/$1/results.xml
    part "$name: tests, or the end of them"
    wait "$testing"
    tested=$?
    cat "$root/$name/tests.log"
    of_all=$(counted tests) of_failed=$(counted failures) of_skipped=$(counted skipped)
    passed=$((passed + of_all - of_failed - of_skipped))
    failed=$((failed + of_failed))
    of_cases=$(sed -n 's/.* assertions\{0,1\} in \([0-9]*\) test cases\{0,1\}).*/\1/p
                       s/^test cases: *\([0-9]*\) .*/\1/p' \
        "$root/$name/Testing/Temporary/LastTest.log" 2> /dev/null | awk '{ sum += $1 } END { print sum + 0 }')
    cases=$((cases + of_cases))
    of_unchanged=$(grep -c '^unchanged since it passed:$' "$root/$name/Testing/Temporary/LastTest.log" 2> /dev/null)
    say "$name: $of_cases test cases in $of_all tests; ${of_unchanged:-0} of these tests passed before and are unchanged"
    [ "$of_skipped" -eq 0 ] || remark "$name: $of_skipped tests were skipped (see above)"
    if [ $tested -ne 0 ]; then
        remark "FAILED: tests in $name"
        [ "$of_failed" -gt 0 ] || failed=$((failed + 1))
    fi
}

# counted WHAT: a count from ctest's results; 0 if there are none.
counted() {
    number=$(sed -n "s/.*[[:space:]]$1=\"\\([0-9]*\\)\".*/\\1/p" "$results" 2> /dev/null | head -n 1)
    say "${number:-0}"
}

# --- requirements --------------------------------------------------------------------------------

part "packages"
extra=''
[ -z "$thorough" ] || extra='libbenchmark-dev libtbb-dev libopenmpi-dev openmpi-bin'
# shellcheck disable=SC2086 # one word each
need_packages "$root/build/not_in_archive" \
    g++ cmake ninja-build boost librange-v3-dev catch2 nlohmann-json3-dev libcli11-dev libfmt-dev \
    -- pkg-config clang-19 clang-format-19 ccache time $extra
check_versions
gxx=$(find_gxx)
[ -n "$gxx" ] || die "g++ 12 or newer is needed."
clangxx=$(find_clangxx)

# Measure each unit, and cache compilations.
units=$root/build/units.txt
mkdir -p "$root/build"
: > "$units"
launcher=''
if has ccache; then
    launcher=ccache
    # What a unit includes is in the compiler's list of dependencies: without this, ccache runs the preprocessor
    # first, a fifth of a unit's time. A change of comments alone compiles again, too.
    export CCACHE_DEPEND=1
else
    remark "ccache is not installed: a second run compiles everything again"
fi
if [ -x /usr/bin/time ]; then
    launcher="$root/.cmake/measured.sh;$units${launcher:+;$launcher}"
else
    remark "Units were not measured: GNU time is not installed"
fi

# --- the parts -----------------------------------------------------------------------------------

# When g++ collects garbage: late, which saves a few percent of its time, but within the budget of memory; optimized
# units need more of it.
collects='--param=ggc-min-heapsize=600000 --param=ggc-min-expand=50'
[ -z "$thorough" ] || collects='--param=ggc-min-heapsize=400000 --param=ggc-min-expand=30'
first=build/${thorough:+thorough-}gcc
if [ -z "$thorough" ]; then
    build $first -DCMAKE_CXX_COMPILER="$gxx" -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS=$collects" \
        -DCMAKE_CXX_FLAGS_RELEASE=-O1 -DORGSCALE_TEST_OPTIMIZATION=-O0 -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES=ON \
        -DORGSCALE_EXAMPLES_TOGETHER=ON -DORGSCALE_BENCHMARKS=OFF
    begin_tests $first # while the second compiler builds
else
    benchmarks=ON
    if ! there_is libbenchmark-dev; then
        benchmarks=OFF
        remark "Benchmarks were not built: Google Benchmark is not installed"
    fi
    there_is libtbb-dev || remark "Ensembles on oneTBB were not tested: it is not installed"
    if ! there_is libopenmpi-dev || ! there_is openmpi-bin; then
        remark "Ensembles on MPI ranks were not tested: MPI is not installed"
    fi
    build $first -DCMAKE_CXX_COMPILER="$gxx" -DCMAKE_BUILD_TYPE=Release "-DCMAKE_CXX_FLAGS=$collects" \
        -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES=ON -DORGSCALE_BENCHMARKS=$benchmarks -DORGSCALE_THOROUGH=ON
    begin_tests $first

    part "each header alone"
    cmake --build "$root/$first" --target all_verify_interface_header_sets --parallel "$(processors)"
    count $? "each header compiles alone"

    part "benchmarks, briefly"
    if [ $benchmarks = ON ]; then
        for benchmark in "$root/$first"/bench/*_bench; do
            "$benchmark" --benchmark_min_time=0.001 > "$benchmark.txt" 2>&1
            count $? "$(basename "$benchmark") runs"
        done
    fi
fi

rooms=all unchecked=' -fno-sanitize=null,alignment'
[ -z "$thorough" ] || rooms='' unchecked=''
if [ -n "$clangxx" ]; then
    second=build/${thorough:+thorough-}clang-asan
    # Large pages save clang a tenth of its time; g++ allocates in a way that gains nothing from them.
    environment=GLIBC_TUNABLES=glibc.malloc.hugetlb=1
    [ "$clangxx" = clang++-19 ] || remark "The second compiler was $clangxx: clang-19 is not installed"
    build "$second" -DCMAKE_CXX_COMPILER="$clangxx" \
        -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG="-O0${thorough:+ -gline-tables-only}" \
        -DCMAKE_CXX_FLAGS="-fsanitize=address,undefined -fno-sanitize-recover=all$unchecked" \
        -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES="${thorough:+ON}" -DORGSCALE_EXAMPLES_TOGETHER=ON \
        -DORGSCALE_BENCHMARKS=OFF -DORGSCALE_THOROUGH="${thorough:+ON}" -DORGSCALE_CONFORMANCE=OFF \
        -DORGSCALE_ROOMS="$rooms"
    end_tests $first
    begin_tests "$second"
    [ -z "$thorough" ] || build build/thorough-clang-tsan -DCMAKE_CXX_COMPILER="$clangxx" \
        -DCMAKE_BUILD_TYPE=Debug -DCMAKE_CXX_FLAGS_DEBUG='-O1 -gline-tables-only' \
        -DCMAKE_CXX_FLAGS='-fsanitize=thread' -DORGSCALE_TESTS=ON -DORGSCALE_EXAMPLES=OFF \
        -DORGSCALE_BENCHMARKS=OFF -DORGSCALE_ROOMS=ensemble -DORGSCALE_CONFORMANCE=OFF
    end_tests "$second"
    if [ -n "$thorough" ]; then
        begin_tests build/thorough-clang-tsan
        end_tests build/thorough-clang-tsan
    fi
else
    end_tests $first
    remark "NO second compiler and NO sanitizers: clang 16 or newer is not installed"
fi

part "format"
if has clang-format-19; then
    differing=$(cd "$root" && find include examples tests bench -name '*.[ch]pp' | sort |
        xargs clang-format-19 --dry-run 2>&1 | sed -n 's/^\([^:]*\):.*code should be clang-formatted.*/    \1/p' |
        uniq)
    if [ -n "$differing" ]; then
        say "clang-format-19 would change:"
        say "$differing"
    fi
    [ -z "$differing" ]
    count $? "format"
else
    remark "The format was not checked: clang-format-19 is not installed"
fi
part ''

# --- times ---------------------------------------------------------------------------------------

say
say "Time of each part:"
printf '%s' "$parts"
if [ -s "$units" ]; then
    say
    say "Units that took longest to compile (CPU seconds, peak MiB):"
    awk '$1 + 0 > 0 { printf "%6.1f s  %5d MiB  %s\n", $1 + $2, $3 / 1024, $4 }' "$units" | sort -rn | head -n 10
    awk -v s=$unit_seconds -v m=$unit_mebibytes \
        '$1 + $2 > s { printf "over its budget of %d s: %s, %.0f s\n", s, $4, $1 + $2 }
         $3 / 1024 > m { printf "over its budget of %d MiB: %s, %d MiB\n", m, $4, $3 / 1024 }' "$units"
    awk '{ sum += $1 + $2 } END { printf "%d units, %d CPU seconds in all\n", NR, sum }' "$units"
fi
took=$(($(date +%s) - began))
say
say "Took $took s; the budget is $((60 * minutes)) s for a full build on two idle cores"
[ -z "$remarks" ] || printf '%s' "$remarks"
say "$cases test cases; $passed tests and steps passed, $failed failed"
[ $failed -eq 0 ]
