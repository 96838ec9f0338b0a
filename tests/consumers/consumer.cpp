// A program of somebody else's: what every way of taking orgscale in must build.
#include <orgscale/core/version.hpp>
#include <orgscale/orgscale.hpp>

#include <cstdio>

int main()
{
    using namespace orgscale;
    const network_growth<meritocracy> commons{.governance           = {.alignment = 0.8},
                                              .imitation            = 0.3,
                                              .potential            = 1000,
                                              .participation        = 0.5,
                                              .customers_per_node   = 4,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 10};
    const auto run = solve(commons, {.people = 5, .customers = 50}, {.to = 60});
    std::printf("orgscale %d.%d.%d: %.0f customers\n", version_major, version_minor, version_patch,
                run(60).customers);
    return run.complete() && run(60).customers > 900 ? 0 : 1;
}
