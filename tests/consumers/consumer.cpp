// A user's program, which must build in every way of using orgscale. It uses headers of Boost and range-v3.
#include <orgscale/core/version.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/solve/solve.hpp>

#include <cstdio>

int main()
{
    using namespace orgscale;
    const bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 1000};
    const auto   run = solve(demand, 0, {.to = 60});
    std::printf("orgscale %d.%d.%d: %.0f customers\n", version_major, version_minor, version_patch,
                run(60));
    return run.complete() && run(60) > 900 ? 0 : 1;
}
