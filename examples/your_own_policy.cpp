// What would my own form of governance do to growth?
#include <cmath>
#include <cstdio>

#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/solve/reach.hpp>

/// Circles of twelve who elect a delegate to the next circle: no managers, but a weekly meeting.
template <class Real = double>
struct circles {
    using real_type = Real;

    Real meeting_share = Real(0.06); // share of working time per circle a person belongs to

    [[nodiscard]] Real productive_share(Real people) const
    {
        return 1 - meeting_share * (1 + std::log(people) / std::log(Real(12)) / 12);
    }
    [[nodiscard]] Real realized_effort(Real) const { return 1; }
    [[nodiscard]] Real decision_capacity(Real people) const { return 2 * people; }
    [[nodiscard]] Real decision_delay(Real people) const
    {
        return Real(0.25) * std::log(people) / std::log(Real(12)); // a week per circle
    }
};

static_assert(orgscale::governance_policy<circles<>, double>);

int main()
{
    using namespace orgscale;

    const linear_growth<circles> ours{
        .governance = {}, .sales_rate = 20, .hiring_rate = 4, .customers_per_person = 5};
    const linear_growth<hierarchy> theirs{
        .governance           = {.span_of_control = 7, .control_retention = 0.95},
        .sales_rate           = 20,
        .hiring_rate          = 4,
        .customers_per_person = 5};
    std::puts("customers after    circles  hierarchy");
    for (const double years : {1.0, 2.0, 5.0, 10.0})
        std::printf(
            "%9.0f years    %7.0f  %9.0f\n", years,
            reach(ours, {.people = 10, .customers = 40}, {.to = 12 * years}).state.customers,
            reach(theirs, {.people = 10, .customers = 40}, {.to = 12 * years}).state.customers);
} // No base class, macro or registration: four functions make a policy.

// Output:
// customers after    circles  hierarchy
//         1 years        244        210
//         2 years        466        389
//         5 years       1132        916
//        10 years       2242       1777
