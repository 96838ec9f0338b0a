// Sales stagnate while orders wait for months: hire more salesmen, or hold to the promised delay?
#include <cstdio>

#include <orgscale/organization/market_growth_1968.hpp>
#include <orgscale/solve/solve.hpp>

int main()
{
    using namespace orgscale;

    // The goal for the delivery delay drifts to whatever people have got used to: run G of the paper.
    const auto drifting = market_growth_1968<>::run('G');

    auto more_salesmen             = drifting.firm;
    more_salesmen.revenue_to_sales = 18; // 50 % more

    auto half_kept             = drifting.firm;
    half_kept.tradition_weight = 0.5;

    auto kept             = drifting.firm;
    kept.tradition_weight = 0; // two months, whatever people are used to

    const struct {
        const char*     what;
        market_growth<> firm;
    } ways[] = {{"drifting goal", drifting.firm},
                {"50 % more spent on selling", more_salesmen},
                {"goal held half-way", half_kept},
                {"goal held at two months", kept}};

    std::puts("                                deliveries per month in year       delay in");
    std::puts("                                    2       4       6       8  year 8, months");
    for (const auto& [what, firm] : ways) {
        const auto run = solve(firm, drifting.start, {.to = 96});
        std::printf("%-30s", what);
        for (const double year : {2.0, 4.0, 6.0, 8.0})
            std::printf(" %7.0f", firm.delivery_rate(run(12 * year)));
        std::printf("  %12.1f\n", run(96).market_delay);
    }
} // More salesmen bring the peak forward, with longer delays after it. The delay that customers tolerate
// must not become the goal: capacity is ordered only while the delay exceeds its goal.

// Output:
//                                 deliveries per month in year       delay in
//                                     2       4       6       8  year 8, months
// drifting goal                     7677    7792    6839    5447           4.8
// 50 % more spent on selling        9019    9325    7562    5199           7.9
// goal held half-way                7685    8556   10031   10903           4.2
// goal held at two months           7692   10160   18570   26461           3.7
