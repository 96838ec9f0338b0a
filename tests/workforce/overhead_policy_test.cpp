#include <orgscale/workforce/overhead_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace overhead_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy.
template <class Real>
struct two_pizzas {
    Real share(const Real& people) const { return people / (100 + people); }
};

struct silent {
    double overhead(double) const { return 0; }
};

} // namespace

TEST_CASE("overhead_policy: share() alone makes a policy", "[workforce]")
{
    STATIC_REQUIRE(overhead_policy<two_pizzas<double>, double>);
    STATIC_REQUIRE_FALSE(overhead_policy<silent, double>);
    STATIC_REQUIRE_FALSE(overhead_policy<double, double>);
    STATIC_REQUIRE_FALSE(overhead_policy<two_pizzas<double>, int>);
}

TEMPLATE_LIST_TEST_CASE("overhead_policy: works with every number type", "[workforce]",
                        plain_number_types)
{
    STATIC_REQUIRE(overhead_policy<two_pizzas<TestType>, TestType>);
}

} // namespace overhead_policy_test
