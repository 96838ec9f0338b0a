// What does it cost a growing firm to see its customers through reports?
#include <cstdio>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/core/flows.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/growth_limits.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale;

constexpr network_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                         .innovation           = 0.005,
                                         .imitation            = 0.15,
                                         .potential            = 20000,
                                         .hiring_rate          = 40,
                                         .customers_per_person = 5,
                                         .hiring_share         = 0.2,
                                         .attrition            = 0.01,
                                         .churn                = 0.02,
                                         .patience             = 3};

template <template <class> class Observation>
void print_row(const char* eyes, const Observation<double>& observation)
{
    const operated<network_growth<hierarchy>, Observation, no_improvement, single_owner> seen{
        .growth = firm, .observation = observation};
    const auto run  = solve(seen, seen.opening({.people = 200, .customers = 60}), {.to = 120});
    const auto wall = scaling_wall(seen, run);
    const auto mid  = run(60);
    std::printf("%-26s  %7.0f  %8.0f   %17.0f %%   ", eyes, mid.customers, run(120).customers,
                100 * inflow(seen, 60, mid) / demand(seen, 60, mid));
    if (!wall) return void(std::puts("none"));
    std::printf("month %.0f: %s\n", wall->time,
                wall->cause == growth_limit::need ? "nobody seems needed" : name(wall->limit));
}

} // namespace

int main()
{
    std::puts("                              customers after     share of demand");
    std::puts("                            5 years  10 years   served after 5 years   wall");
    for (const double lost : {0.0, 0.01, 0.02, 0.05, 0.10}) {
        char eyes[40];
        std::snprintf(eyes, sizeof eyes, "reports, %2.0f %% lost/layer", 100 * lost);
        print_row(eyes, dashboard<>{.reporting_interval  = 1,
                                    .delay_per_level     = 0.5,
                                    .retention_per_level = 1 - lost});
    }
    // A monthly visit to twenty customers, each an observation with a standard error equal to demand's
    // monthly drift.
    print_row(
        "shop floor",
        shop_floor<>{.visit_interval = 1, .sample = 20, .standard_error = 0.2, .volatility = 0.04});
} // Nobody is hired for the demand that a layer leaves out: the firm starves although customers would come.
// Reports without losses are only late, and so is growth.

// Output:
//                               customers after     share of demand
//                             5 years  10 years   served after 5 years   wall
// reports,  0 % lost/layer      13734     17429                  77 %   none
// reports,  1 % lost/layer      10908     15701                  53 %   month 4: nobody seems needed
// reports,  2 % lost/layer       8564     12817                  40 %   month 4: nobody seems needed
// reports,  5 % lost/layer       4113      5727                  23 %   month 4: nobody seems needed
// reports, 10 % lost/layer       1476      1562                  11 %   month 4: nobody seems needed
// shop floor                    17221     17432                 100 %   none
