// Sales have stopped growing although orders wait for months: more salesmen, or a promise that is kept?
#include <cstdio>

#include <orgscale/organization/market_growth_1968.hpp>
#include <orgscale/solve/solve.hpp>

int main()
{
    using namespace orgscale;

    // The goal for the delivery delay is whatever customers have got used to: run G of the paper.
    const auto drifting = market_growth_1968<>::run('G');

    auto more_salesmen             = drifting.firm;
    more_salesmen.revenue_to_sales = 18; // half as much again for selling

    auto half_kept             = drifting.firm;
    half_kept.tradition_weight = 0.5;

    auto kept             = drifting.firm;
    kept.tradition_weight = 0; // two months, whatever the customers are used to

    const struct {
        const char*     what;
        market_growth<> firm;
    } ways[] = {{"as it is", drifting.firm},
                {"half as much again for selling", more_salesmen},
                {"a goal half held", half_kept},
                {"a goal of two months, held", kept}};

    std::puts("                                 delivered a month, in year        wait, months");
    std::puts("                                    2       4       6       8      in year 8");
    for (const auto& [what, firm] : ways) {
        const auto run = solve(firm, drifting.start, {.to = 96});
        std::printf("%-30s", what);
        for (const double year : {2.0, 4.0, 6.0, 8.0})
            std::printf(" %7.0f", firm.delivery_rate(run(12 * year)));
        std::printf("  %12.1f\n", run(96).market_delay);
    }
} // More salesmen bring the peak forward and a longer wait after it. What customers put up with must
// not become the goal: capacity is only ordered for a wait that somebody thinks too long.

// Output:
//                                  delivered a month, in year        wait, months
//                                     2       4       6       8      in year 8
// as it is                          7677    7792    6839    5447           4.8
// half as much again for selling    9019    9325    7562    5199           7.9
// a goal half held                  7685    8556   10031   10903           4.2
// a goal of two months, held        7692   10160   18570   26461           3.7
