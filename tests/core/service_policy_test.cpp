#include <orgscale/core/service_policy.hpp>

#include <catch.hpp>
#include <plain_numbers.hpp>

namespace service_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy.
template <class Real>
struct handbook {
    Real self_service_ratio(const Real&, const Real&, const Real& customers) const
    {
        return customers / (1000 + customers);
    }
};

struct without_customers {
    double self_service_ratio(double, double) const { return 1; }
};

} // namespace

TEST_CASE("service_policy: a self-service ratio makes a policy", "[core]")
{
    STATIC_REQUIRE(service_policy<handbook<double>, double>);
    STATIC_REQUIRE_FALSE(service_policy<without_customers, double>);
    STATIC_REQUIRE_FALSE(service_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("service_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(service_policy<handbook<TestType>, TestType>);
}

} // namespace service_policy_test
