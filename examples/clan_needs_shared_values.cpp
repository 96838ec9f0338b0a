// How well must people be aligned before they can do without managers?
#include <cstdio>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

namespace {

/// Customers after ten years of hiring ten people per month, under any governance.
template <template <class> class Governance>
double customers(const Governance<double>& governance)
{
    using namespace orgscale;
    const linear_growth<Governance> firm{
        .governance = governance, .sales_rate = 10000, .hiring_rate = 10, .customers_per_person = 5};
    return reach(firm, {.people = 10, .customers = 0}, {.to = 120}).state.customers;
}

} // namespace

int main()
{
    using namespace orgscale;

    const double by_ranks = customers<hierarchy>({.span_of_control = 7, .control_retention = 0.95});
    std::puts("       alignment   customers of clan   of hierarchy   leads");
    for (const double alignment : {0.0, 0.5, 0.7, 0.8, 0.9, 1.0}) {
        const double by_clan =
            customers<meritocracy>({.alignment = alignment, .peers = 5, .time_per_peer = 0.02});
        std::printf("%16.1f   %17.0f   %12.0f   %s\n", alignment, by_clan, by_ranks,
                    by_clan > by_ranks ? "clan" : "hierarchy");
    }
} // Clans need shared values (Ouchi 1980): without them, a thousand people pull in all directions.

// Output:
//        alignment   customers of clan   of hierarchy   leads
//              0.0                 156           4284   hierarchy
//              0.5                2703           4284   hierarchy
//              0.7                3782           4284   hierarchy
//              0.8                4321           4284   clan
//              0.9                4860           4284   clan
//              1.0                5400           4284   clan
