// When does this firm hit its wall if nobody knows its churn?
#include <cstdio>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/ensemble/ensemble.hpp>
#include <orgscale/ensemble/ensemble_of.hpp>
#include <orgscale/ensemble/uniform.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

int main()
{
    using namespace orgscale;

    const linear_growth<hierarchy> firm{
        .governance           = {.span_of_control = 7, .control_retention = 0.97},
        .sales_rate           = 16,
        .hiring_rate          = 16,
        .customers_per_person = 1.45,
        .hiring_time          = 2,
        .attrition            = 0.01};
    const growth_state<> start{.people = 30, .customers = 40};

    std::puts("monthly churn   no wall in 10 years   otherwise, 80 % within   customers then");
    for (const double most : {0.005, 0.01, 0.02}) {
        const auto churn = vary("churn", uniform(0, most));
        const auto walls =
            ensemble_of(firm, {churn},
                        [&](const auto& drawn) { return scaling_wall(drawn, start, {.to = 120}); },
                        {.members = 1000, .seed = 7});
        const auto bands =
            ensemble(firm, start, {churn}, {.members = 1000, .seed = 7, .to = 120, .outputs = 2});
        std::printf("0 to %.1f %%  %18.0f %%        month %.0f to %.0f  %15.0f to %.0f\n",
                    100 * most, 100 * walls.share_never(), walls.quantile_if_any(0.1).value_or(0),
                    walls.quantile_if_any(0.9).value_or(0), bands.quantile(0.1, 120)->customers,
                    bands.quantile(0.9, 120)->customers);
    }
} // The higher the churn, the later the wall: a firm that loses customers needs fewer people for the rest.

// Output:
// monthly churn   no wall in 10 years   otherwise, 80 % within   customers then
// 0 to 0.5 %                   0 %        month 17 to 31             1243 to 1249
// 0 to 1.0 %                  20 %        month 18 to 71             1183 to 1249
// 0 to 2.0 %                  60 %        month 18 to 70              790 to 1247
