#include <orgscale/governance/frictionless.hpp>

#include <catch.hpp>
#include <description.hpp>
#include <number_types.hpp>

using namespace orgscale;

TEST_CASE("frictionless: everybody works, all adds up, nothing waits", "[governance]")
{
    constexpr frictionless<> policy;
    STATIC_REQUIRE(policy.productive_share(1e9) == 1);
    STATIC_REQUIRE(policy.realized_effort(1e9) == 1);
    STATIC_REQUIRE(policy.decision_capacity(1) == infinity<double>());
    STATIC_REQUIRE(policy.decision_delay(1e9) == 0);
    STATIC_REQUIRE(decision_quality(policy, 1e9) == 1);
}

TEST_CASE("frictionless: without bound it is what it always was", "[governance]")
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

TEMPLATE_LIST_TEST_CASE("frictionless: is a policy in every number type", "[governance]",
                        number_types)
{
    STATIC_REQUIRE(governance_policy<frictionless<TestType>, TestType>);
    CHECK(farthest_from_double<TestType>(
              []<class R>(const R& n) -> R {
                  const frictionless<R> policy;
                  return policy.productive_share(n) + policy.realized_effort(n) +
                         policy.decision_delay(n) + 1 / policy.decision_capacity(n);
              },
              {1, 2, 400, 1e9}) == 0);
}
