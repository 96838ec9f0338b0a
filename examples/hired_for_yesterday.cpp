// How many people are idle when customers leave a firm that is managed by reports?
#include <algorithm>
#include <cstdio>

#include <orgscale/core/flows.hpp>
#include <orgscale/customer/single_owner.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/improvement/no_improvement.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/observation/perfect_observation.hpp>
#include <orgscale/observation/shop_floor.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace {

using namespace orgscale;

/// The firm of dashboard_or_shop_floor, with people who stay for the given months.
network_growth<hierarchy> firm(double stay, double word_of_mouth = 0.15)
{
    return {.governance           = {.span_of_control = 7},
            .innovation           = 0.005,
            .imitation            = word_of_mouth,
            .potential            = 20000,
            .hiring_rate          = 40,
            .customers_per_person = 5,
            .hiring_share         = 0.2,
            .attrition            = 1 / stay,
            .churn                = 0.02,
            .patience             = 3};
}

template <template <class> class Observation>
using seen_by = operated<network_growth<hierarchy>, Observation, no_improvement, single_owner>;

/// The firm starts saturated; then word of mouth stops. Idle people are those beyond what the load needs.
template <template <class> class Observation>
void print_fall(double stay, const Observation<double>& eyes)
{
    const auto full = solve(firm(stay), {.people = 200, .customers = 60}, {.to = 240})(240);
    const seen_by<Observation> before{.growth = firm(stay), .observation = eyes};
    const seen_by<Observation> after{.growth = firm(stay, 0), .observation = eyes};
    const auto                 run   = solve(after, before.opening(full), {.to = 60});
    double                     worst = 0;
    double                     years = 0;
    for (double month = 0; month < 60; month += 0.125) {
        const auto   now  = after.flows(month, run(month));
        const double idle = std::max(0.0, 1 - now.load / now.capacity);
        worst             = std::max(worst, idle);
        years += idle * run(month).people * 0.125 / 12;
    }
    std::printf("    %5.0f %%  %6.0f", 100 * worst, years);
}

template <template <class> class Observation>
void print_row(const char* name, const Observation<double>& eyes)
{
    const seen_by<Observation> rising{.growth = firm(8), .observation = eyes};
    const auto   run = solve(rising, rising.opening({.people = 200, .customers = 60}), {.to = 60});
    const double served = inflow(rising, 60, run(60)) / demand(rising, 60, run(60));
    std::printf("%-24s  %6.0f %%", name, 100 * served);
    print_fall(8, eyes); // 35 weeks, as in the public Workforce model (SDXorg/test-models)
    print_fall(100, eyes);
    std::puts("");
}

} // namespace

int main()
{
    std::puts("                          share of   people idle once customers leave, if");
    std::puts("                          demand     people stay 8      people stay 100");
    std::puts("                          served     months             months");
    std::puts("                          after 5    at worst  person-  at worst  person-");
    std::puts("observation               years                years              years");
    print_row("perfect", perfect_observation<>{});
    print_row(
        "shop floor",
        shop_floor<>{.visit_interval = 1, .sample = 20, .standard_error = 0.2, .volatility = 0.04});
    print_row("monthly reports", dashboard<>{.reporting_interval = 1, .delay_per_level = 0.5});
    print_row("quarterly reports", dashboard<>{.reporting_interval = 3, .delay_per_level = 1});
    print_row(
        "monthly, 1 % lost/layer",
        dashboard<>{.reporting_interval = 1, .delay_per_level = 0.5, .retention_per_level = 0.99});
} // Late reports leave customers unserved while demand rises, and people idle once it falls: people who
// are no longer needed are replaced for as long as the reports lag. Losses in the layers mask this.
// Where people leave more slowly than customers, nobody is hired, and observation hardly matters.

// Output:
//                           share of   people idle once customers leave, if
//                           demand     people stay 8      people stay 100
//                           served     months             months
//                           after 5    at worst  person-  at worst  person-
// observation               years                years              years
// perfect                      100 %        4 %     213       28 %    3014
// shop floor                   100 %        4 %     329       28 %    3027
// monthly reports               75 %        6 %     737       29 %    3087
// quarterly reports             43 %       11 %    1337       29 %    3207
// monthly, 1 % lost/layer       52 %        4 %     212       28 %    3014
