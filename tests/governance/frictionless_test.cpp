#include <orgscale/governance/frictionless.hpp>

#include <catch.hpp>
#include <description.hpp>

namespace frictionless_test {

using namespace orgscale;

TEST_CASE("frictionless: everybody is productive, no effort is lost, nothing waits", "[governance]")
{
    constexpr frictionless<> policy;
    STATIC_REQUIRE(policy.productive_share(1e9) == 1);
    STATIC_REQUIRE(policy.realized_effort(1e9) == 1);
    STATIC_REQUIRE(policy.decision_capacity(1) == infinity<double>());
    STATIC_REQUIRE(policy.decision_delay(1e9) == 0);
    STATIC_REQUIRE(decision_quality(policy, 1e9) == 1);
}

TEST_CASE("frictionless: has the same limits at any size", "[governance]")
{
    constexpr auto far = frictionless<>{}.unbounded();
    STATIC_REQUIRE(far.effort == 1);
    STATIC_REQUIRE(far.decisions_per_person == infinity<double>());
    STATIC_REQUIRE(far.decision_delay == 0);
}

TEST_CASE("frictionless: has no parameters", "[governance]")
{
    CHECK(names_of(frictionless<>{}).empty());
}

} // namespace frictionless_test
