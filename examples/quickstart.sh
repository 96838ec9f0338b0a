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

if ! is_configured "$root" "$build"; then
    configure "$root" "$build" -DCMAKE_COMPILE_WARNING_AS_ERROR=OFF -DCMAKE_CXX_COMPILER="$gxx" \
        -DCMAKE_BUILD_TYPE=Release -DORGSCALE_EXAMPLES=ON -DORGSCALE_TESTS=OFF \
        -DORGSCALE_BENCHMARKS=OFF -DORGSCALE_INSTALL=OFF \
        -DORGSCALE_PROGRAM_FOLDER="$root/build" || exit 1
fi
make() { cmake --build "$build" --target "$1" --parallel "$(processors)" || exit 1; }

# The first time, an answer comes before the commands that it doesn't need are built.
answers=$program
if [ -x "$program" ]; then
    make orgscale_program
else
    # 130 seconds of one processor, and 70 more
    say "Building what plans, once: about $((10 + 130 / $(processors))) seconds on $(processors) idle processors"
    make orgscale_plan
    answers=$build/examples/orgscale/orgscale_plan
fi

say
"$answers" plan "$scenario" --report "$report" || exit
say
say "The report with plots, for any browser: $report"
if [ "$answers" != "$program" ]; then
    say
    say "Building the other commands, to fit and to compare: about $((70 / $(processors))) seconds more"
    make orgscale_program
fi
say "More: $program --help"
