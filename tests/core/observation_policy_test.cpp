#include <orgscale/core/observation_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace observation_policy_test {

using namespace orgscale;

namespace {

/// User-defined policies.
template <class Real>
struct present {
    Real signal_retention(const Real&) const { return Real(1); }
};

template <class Real>
struct by_letter : present<Real> {
    Real reporting_delay(const Real& layers) const { return 1 + 3 * layers; }
};

struct blind {
    double reporting_delay(double) const { return 1; }
};

} // namespace

TEST_CASE("observation_policy: signal retention makes a policy", "[core]")
{
    STATIC_REQUIRE(observation_policy<present<double>, double>);
    STATIC_REQUIRE(observation_policy<by_letter<double>, double>);
    STATIC_REQUIRE_FALSE(observation_policy<blind, double>);
    STATIC_REQUIRE_FALSE(observation_policy<double, double>);
}

TEST_CASE("observation_policy: one with a delay makes an organisation remember", "[core]")
{
    STATIC_REQUIRE(delayed_observation<by_letter<double>, double>);
    STATIC_REQUIRE_FALSE(delayed_observation<present<double>, double>);
    STATIC_REQUIRE_FALSE(delayed_observation<blind, double>);
}

TEMPLATE_LIST_TEST_CASE("observation_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(delayed_observation<by_letter<TestType>, TestType>);
}

} // namespace observation_policy_test
