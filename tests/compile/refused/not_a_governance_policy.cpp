// A type that is not a governance policy is refused where it is used, with the concept's name.
// must say: not_a_governance_policy.cpp:22:
// must say: governance_policy
// must say: decision_delay
#include <orgscale/growth/linear_growth.hpp>

template <class Real>
struct boss {
    Real productive_share(const Real&) const { return 1; }
    Real realized_effort(const Real&) const { return 1; }
    Real decision_capacity(const Real&) const { return 100; }
#if !defined(REFUSED)
    Real decision_delay(const Real&) const { return 0; }
#endif
};

double sales_of_a_boss();

double sales_of_a_boss()
{
    const double                  sales = 20;
    orgscale::linear_growth<boss> firm{
        .sales_rate = sales, .hiring_rate = 4, .customers_per_person = 5};
    return firm.limits(0, {.people = 10, .customers = 40}).sell;
}
