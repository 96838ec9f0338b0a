#include <orgscale/core/layoff_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace layoff_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy: the more there are too many, the sooner they go.
template <class Real>
struct impatient {
    Real severance{0};
    Real resignations_per_layoff{0};
    Real dismissed(const Real& excess) const { return excess * excess; }
};

struct without_severance {
    double resignations_per_layoff = 0;
    double dismissed(double) const { return 0; }
};

} // namespace

TEST_CASE("layoff_policy: who is dismissed, and what follows, make a policy", "[core]")
{
    STATIC_REQUIRE(layoff_policy<impatient<double>, double>);
    STATIC_REQUIRE_FALSE(layoff_policy<without_severance, double>);
    STATIC_REQUIRE_FALSE(layoff_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("layoff_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(layoff_policy<impatient<TestType>, TestType>);
}

} // namespace layoff_policy_test
