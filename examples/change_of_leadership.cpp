// What does it cost to change how an organisation is led, and when does the change pay off?
#include <cstdio>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace {

template <orgscale::real Real>
using reform = orgscale::transition<orgscale::hierarchy<Real>, orgscale::meritocracy<Real>>;

} // namespace

int main()
{
    using namespace orgscale;

    const hierarchy<>   before{.span_of_control = 7, .control_retention = 0.85};
    const meritocracy<> after{.alignment = 0.9, .peers = 5, .time_per_peer = 0.02};

    const growth_state<>           start{.people = 200, .customers = 560};
    const linear_growth<hierarchy> as_it_is{.governance           = before,
                                            .sales_rate           = 100,
                                            .hiring_rate          = 8,
                                            .customers_per_person = 5,
                                            .patience             = 3};
    const auto                     stays = solve(as_it_is, start, {.to = 120});

    std::puts("effort lost halfway customers after 12, 24, 60 months   ahead of no change from");
    for (const double dip : {0.0, 0.2, 0.4}) {
        const linear_growth<reform> changing{
            .governance  = {.from = before, .to = after, .start = 6, .duration = 18, .dip = dip},
            .sales_rate  = 100,
            .hiring_rate = 8,
            .customers_per_person = 5,
            .patience             = 3};
        const auto run  = solve(changing, start, {.to = 120});
        const auto when = crossover(stays, run);
        std::printf("%15.0f %%   %9.0f %9.0f %9.0f           ", 100 * dip, run(12).customers,
                    run(24).customers, run(60).customers);
        when ? std::printf("month %.0f\n", when->time) : std::puts("the start");
    }
    std::printf("        no change   %9.0f %9.0f %9.0f\n", stays(12).customers, stays(24).customers,
                stays(60).customers);
} // Change takes time, and the deeper the dip, the later it pays off.

// Output:
// effort lost halfway customers after 12, 24, 60 months   ahead of no change from
//               0 %         853      1547      2722           month 6
//              20 %         747      1529      2722           month 16
//              40 %         663      1385      2653           month 19
//         no change         780      1015      1694
