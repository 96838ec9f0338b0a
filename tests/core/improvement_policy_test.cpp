#include <orgscale/core/improvement_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace improvement_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy.
template <class Real>
struct tools {
    Real productivity(const Real& time) const { return 1 + time / (10 + time); }
    Real defects(const Real&) const { return Real(0.125); }
};

struct without_defects {
    double productivity(double) const { return 1; }
};

} // namespace

TEST_CASE("improvement_policy: productivity and defects make a policy", "[core]")
{
    STATIC_REQUIRE(improvement_policy<tools<double>, double>);
    STATIC_REQUIRE_FALSE(improvement_policy<without_defects, double>);
    STATIC_REQUIRE_FALSE(improvement_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("improvement_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(improvement_policy<tools<TestType>, TestType>);
}

} // namespace improvement_policy_test
