#include <orgscale/core/standard_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace standard_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy: people tire under pressure, and rest without it.
template <class Real>
struct tiring {
    Real rest;
    Real opening() const { return Real(1); }
    Real productivity(const Real& fresh) const { return fresh; }
    Real exertion(const Real&) const { return Real(1); }
    Real rate(const Real& fresh, const Real& pressure) const { return rest - fresh * pressure; }
};

struct without_pressure {
    double opening() const { return 1; }
    double productivity(double fresh) const { return fresh; }
    double rate(double, double) const { return 0; }
};

} // namespace

TEST_CASE("standard_policy: a level, its rate and what it does make a policy", "[core]")
{
    STATIC_REQUIRE(standard_policy<tiring<double>, double>);
    STATIC_REQUIRE_FALSE(standard_policy<without_pressure, double>);
    STATIC_REQUIRE_FALSE(standard_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("standard_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(standard_policy<tiring<TestType>, TestType>);
}

} // namespace standard_policy_test
