#include <orgscale/core/budget_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace budget_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy: a sponsor pays for everything.
template <class Real>
struct sponsored {
    Real wage_step{1};
    Real cost_per_hire{0};
    Real earnings(const Real&, const Real&, const Real&) const { return Real(0); }
    Real payroll(const Real& people, const Real&) const { return people; }
    Real funds(const Real&, const Real&) const { return Real(5); }
    Real affordable(const Real&, const Real&, const Real&) const { return Real(5); }
};

struct without_payroll {
    double wage_step     = 1;
    double cost_per_hire = 0;
    double earnings(double, double, double) const { return 0; }
    double funds(double, double) const { return 5; }
    double affordable(double, double, double) const { return 5; }
};

} // namespace

TEST_CASE("budget_policy: earnings, wages, affordable hires and their prices make a policy",
          "[core]")
{
    STATIC_REQUIRE(budget_policy<sponsored<double>, double>);
    STATIC_REQUIRE_FALSE(budget_policy<without_payroll, double>);
    STATIC_REQUIRE_FALSE(budget_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("budget_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(budget_policy<sponsored<TestType>, TestType>);
}

} // namespace budget_policy_test
