#include <orgscale/core/intake_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace intake_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy: the longer the list, the sooner customers give up.
template <class Real>
struct crowded {
    Real place;
    Real given_up(const Real& waiting) const { return waiting * waiting / place; }
};

struct endless {
    double patience = 1;
};

} // namespace

TEST_CASE("intake_policy: who gives up makes a policy", "[core]")
{
    STATIC_REQUIRE(intake_policy<crowded<double>, double>);
    STATIC_REQUIRE_FALSE(intake_policy<endless, double>);
    STATIC_REQUIRE_FALSE(intake_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("intake_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(intake_policy<crowded<TestType>, TestType>);
}

} // namespace intake_policy_test
