#include <orgscale/core/ownership_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace ownership_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy.
template <class Real>
struct matrix {
    Real handoff_delay(const Real& people) const { return people / 100; }
    Real decision_multiple(const Real&) const { return Real(2); }
};

/// Another, whose hand-offs wait for those who are busy.
template <class Real>
struct busy_matrix : matrix<Real> {
    using matrix<Real>::handoff_delay;
    Real handoff_delay(const Real& people, const Real& load) const { return load * people / 100; }
};

struct without_decisions {
    double handoff_delay(double) const { return 1; }
};

} // namespace

TEST_CASE("ownership_policy: hand-offs and decisions make a policy", "[core]")
{
    STATIC_REQUIRE(ownership_policy<matrix<double>, double>);
    STATIC_REQUIRE(ownership_policy<busy_matrix<double>, double>);
    STATIC_REQUIRE_FALSE(ownership_policy<without_decisions, double>);
    STATIC_REQUIRE_FALSE(ownership_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("ownership_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(ownership_policy<matrix<TestType>, TestType>);
}

} // namespace ownership_policy_test
