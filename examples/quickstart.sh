#!/bin/sh
# From a fresh machine to an answer: builds the program orgscale, as build/orgscale, and runs it.
# usage: sh examples/quickstart.sh [SCENARIO.json]
# Installs what is missing on Debian and Ubuntu (as root or with sudo) and says so.

root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
. "$root/.ci/packages.sh"

scenario=${1:-$root/examples/orgscale/scenarios/consulting_firm.json}
build=$root/build/quickstart
program=$root/build/orgscale
report=$root/build/report.html

need_packages "$root/build/not_in_archive" \
    g++ cmake ninja-build boost librange-v3-dev nlohmann-json3-dev libcli11-dev libfmt-dev
check_versions
gxx=$(find_gxx)
[ -n "$gxx" ] || die "g++ 12 or newer is needed."

if [ ! -x "$program" ]; then
    # 110 seconds of one processor
    say "Building orgscale, once: about $((10 + 100 / $(processors))) seconds on $(processors) idle processors"
fi
if ! is_configured "$root" "$build"; then
    configure "$root" "$build" --compile-no-warning-as-error -DCMAKE_CXX_COMPILER="$gxx" \
        -DCMAKE_BUILD_TYPE=Release -DORGSCALE_EXAMPLES=ON -DORGSCALE_TESTS=OFF \
        -DORGSCALE_BENCHMARKS=OFF -DORGSCALE_INSTALL=OFF \
        -DORGSCALE_PROGRAM_FOLDER="$root/build" || exit 1
fi
cmake --build "$build" --target orgscale_program --parallel "$(processors)" || exit 1

say
"$program" plan "$scenario" --report "$report" || exit
say
say "The report with plots, for any browser: $report"
say "More: $program --help"
