#!/bin/sh
# From a fresh machine to an answer: builds orgscale-plan and runs it on a scenario.
# usage: sh examples/quickstart.sh [SCENARIO.json]
# Installs what is missing on Debian and Ubuntu (as root or with sudo) and says so.

root=$(cd "$(dirname "$0")/.." && pwd -P) || exit 1
. "$root/.ci/packages.sh"

scenario=${1:-$root/examples/orgscale/scenarios/consulting_firm.json}
build=$root/build/quickstart
report=$build/report.html

need_packages "$root/build/not_in_archive" \
    g++ cmake ninja-build boost librange-v3-dev nlohmann-json3-dev
check_versions
gxx=$(find_gxx)
[ -n "$gxx" ] || die "g++ 12 or newer is needed."

if ! is_configured "$root" "$build"; then
    configure "$root" "$build" --compile-no-warning-as-error -DCMAKE_CXX_COMPILER="$gxx" \
        -DCMAKE_BUILD_TYPE=Release -DORGSCALE_EXAMPLES=ON -DORGSCALE_TESTS=OFF \
        -DORGSCALE_BENCHMARKS=OFF -DORGSCALE_INSTALL=OFF || exit 1
fi
cmake --build "$build" --target orgscale-plan --parallel "$(processors)" || exit 1

say
"$build/examples/orgscale-plan" "$scenario" --report "$report" || exit
say
say "The report with plots, for any browser: $report"
