// At what size does a young firm outgrow its hierarchy?
#include <cstdio>

#include <orgscale/compare/crossover.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

int main()
{
    using namespace orgscale;

    const growth_state<>             start{.people = 10, .customers = 0};
    const linear_growth<meritocracy> clan{
        .governance           = {.alignment = 0.85, .peers = 5, .time_per_peer = 0.04},
        .sales_rate           = 10000,
        .hiring_rate          = 10,
        .customers_per_person = 5};
    std::puts("retained per level       the clan leads from month   at people      levels");
    for (const double kept : {0.80, 0.85, 0.90, 0.95, 1.00}) {
        const linear_growth<hierarchy> ranks{
            .governance           = {.span_of_control = 7, .control_retention = kept},
            .sales_rate           = 10000,
            .hiring_rate          = 10,
            .customers_per_person = 5};
        if (const auto when = crossover(ranks, start, clan, start, {.to = 600})) {
            std::printf("%20.0f %%   %25.0f   %9.0f   %9.1f\n", 100 * kept, when->time,
                        when->first.people, ranks.governance.levels(when->first.people));
        } else {
            const bool clan_leads = reach(clan, start, {.to = 600}).state.customers >
                                    reach(ranks, start, {.to = 600}).state.customers;
            std::printf("%20.0f %%   %s\n", 100 * kept,
                        clan_leads ? "from the start" : "never within fifty years");
        }
    }
} // A few levels lose little; a clan's loss hardly grows beyond a circle of peers.

// Output:
// retained per level       the clan leads from month   at people      levels
//                   80 %   from the start
//                   85 %                           1          23         2.5
//                   90 %                           8          93         3.2
//                   95 %   never within fifty years
//                  100 %   never within fifty years
