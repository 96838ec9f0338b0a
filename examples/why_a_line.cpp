// Why does a firm grow linearly, although every new person sells and brings in others?
#include <cstdio>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/compare/growth_order.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/solve.hpp>

int main()
{
    using namespace orgscale;

    std::puts("escalated  s e   customers grow as          binds    customers at 10, 20, 40 years");
    for (const double escalation : {1.0, 0.7, 0.5, 0.3, 0.1}) {
        const linear_growth<hierarchy> firm{.governance           = {.span_of_control       = 7,
                                                                     .escalation            = escalation,
                                                                     .decisions_per_manager = 60},
                                            .sales_rate           = 50,
                                            .sales_per_person     = 2,
                                            .hiring_rate          = 20,
                                            .customers_per_person = 5,
                                            .hiring_share         = 0.5};
        const auto run   = solve(firm, {.people = 10, .customers = 40}, {.to = 40});
        const auto grown = growth_order(run);
        const auto binds = bottlenecks(firm, run).back().limit;
        char       law[32];
        if (grown.rate) {
            std::snprintf(law, sizeof law, "e^(%.2f t)", *grown.rate);
        } else {
            std::snprintf(law, sizeof law, "t^%.2f", *grown.exponent);
        }
        std::printf("%7.0f %%  %4.1f  %-25s  %-6s %9.0f %9.0f %12.0f\n", 100 * escalation,
                    firm.governance.escalation_ratio(), law, name(binds), run(10).customers,
                    run(20).customers, run(40).customers);
    }
} // Growth stays exponential only if less than one question in seven is passed up (s e < 1).

// Output:
// escalated  s e   customers grow as          binds    customers at 10, 20, 40 years
//     100 %   7.0  t^1.00                     decide       611      1210         2410
//      70 %   4.9  t^1.22                     decide      1296      2993         6933
//      50 %   3.5  t^1.54                     decide      3315      9751        28428
//      30 %   2.1  t^2.54                     decide     17855    163845      1144665
//      10 %   0.7  e^(0.50 t)                 serve      21011   3143402  69241794356
