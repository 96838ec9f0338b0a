// How wide must the span of control be before a growing firm stops feeling its hierarchy?
#include <cstdio>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/solve.hpp>

int main()
{
    using namespace orgscale;

    std::puts("span  people  levels  customers after 5 years");
    for (const double span : {2.0, 3.0, 5.0, 7.0, 12.0, 30.0}) {
        const linear_growth<hierarchy> firm{
            .governance           = {.span_of_control = span, .control_retention = 0.9},
            .sales_rate           = 20,
            .hiring_rate          = 4,
            .customers_per_person = 5};
        const auto then = solve(firm, {.people = 10, .customers = 40}, {.to = 60})(60);
        std::printf("%4.0f  %6.0f  %6.1f  %12.0f\n", span, then.people,
                    firm.governance.levels(then.people), then.customers);
    }
} // Each level retains 90 percent of the intent. Of 1250 customers, two reports per manager lose three
// quarters, and twelve still more than a quarter.

// Output:
// span  people  levels  customers after 5 years
//    2     250     8.0           297
//    3     250     5.7           504
//    5     250     4.3           697
//    7     250     3.8           790
//   12     250     3.2           896
//   30     250     2.6          1004
