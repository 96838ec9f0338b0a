#include <orgscale/core/governance_policy.hpp>

#include <type_traits>

#include <catch.hpp>
#include <plain_numbers.hpp>

#include <orgscale/core/one_of.hpp>

namespace governance_policy_test {

using namespace orgscale;

namespace {

/// A user-defined policy.
template <class Real>
struct holacracy {
    using real_type = Real;
    Real productive_share(const Real&) const { return Real(0.75); }
    Real realized_effort(const Real&) const { return Real(0.5); }
    Real decision_capacity(const Real& people) const { return 3 * people; }
    Real decision_delay(const Real&) const { return Real(2); }
};

template <class Real>
struct careful : holacracy<Real> {
    Real decision_quality(const Real& people) const { return 1 - 1 / (1 + people); }
};

template <class Real>
struct layered : holacracy<Real> {
    Real reporting_layers(const Real& people) const { return people / 10; }
    Real wage_multiple(const Real& people, const Real& step) const { return 1 + step / people; }
};

struct improving {
    using real_type = double;
    careful<double> at(double) const { return {}; }
};

struct deciding_at_once {
    using real_type = double;
    double productive_share(double) const { return 1; }
    double realized_effort(double) const { return 1; }
    double decision_capacity(double) const { return 1; }
};

struct never_there {
    using real_type = double;
    double at(double time) const { return time; }
};

} // namespace

TEST_CASE("governance_policy: four functions make a policy", "[core]")
{
    STATIC_REQUIRE(governance_policy<holacracy<double>, double>);
    STATIC_REQUIRE(governance_policy<careful<double>, double>);
    STATIC_REQUIRE_FALSE(governance_policy<deciding_at_once, double>);
    STATIC_REQUIRE_FALSE(governance_policy<double, double>);
}

TEMPLATE_LIST_TEST_CASE("governance_policy: over any number type", "[core]", plain_number_types)
{
    STATIC_REQUIRE(governance_policy<holacracy<TestType>, TestType>);
}

TEST_CASE("governance_policy: so does `at`, which returns the policy at a time", "[core]")
{
    STATIC_REQUIRE(governance_policy<improving, double>);
    STATIC_REQUIRE_FALSE(governance_policy<never_there, double>);
}

TEST_CASE("governance_policy: a constant policy is itself at any time", "[core]")
{
    STATIC_REQUIRE(std::is_same_v<decltype(policy_at(holacracy<double>{}, 1.0)), holacracy<double>>);
    STATIC_REQUIRE(std::is_same_v<decltype(policy_at(improving{}, 1.0)), careful<double>>);
}

TEST_CASE("governance_policy: decision quality is 1 by default", "[core]")
{
    CHECK(decision_quality(holacracy<double>{}, 4.0) == 1);
    CHECK(decision_quality(careful<double>{}, 3.0) == 0.75);
}

TEST_CASE("governance_policy: reporting layers are 0 by default", "[core]")
{
    CHECK(reporting_layers(holacracy<double>{}, 40.0) == 0);
    CHECK(reporting_layers(layered<double>{}, 40.0) == 4);
}

TEST_CASE("governance_policy: the wage multiple is 1 by default", "[core]")
{
    CHECK(wage_multiple(holacracy<double>{}, 40.0, 2.0) == 1);
    CHECK(wage_multiple(layered<double>{}, 4.0, 2.0) == 1.5);
}

TEST_CASE("governance_policy: so does a choice, if all alternatives are policies", "[core]")
{
    STATIC_REQUIRE(governance_policy<one_of<holacracy<double>, improving>, double>);
    STATIC_REQUIRE_FALSE(governance_policy<one_of<holacracy<double>, deciding_at_once>, double>);
}

TEST_CASE("governance_policy: the policy of a choice at a time is that of what it holds", "[core]")
{
    using either        = one_of<holacracy<double>, improving>;
    const auto right_at = [](const either& policy) {
        return with_policy_at(policy, 3.0,
                              [](const auto& now) { return decision_quality(now, 9.0); });
    };
    CHECK(right_at(holacracy<double>{}) == 1);
    CHECK(right_at(improving{}) == 0.9);
    const holacracy<double> lasting;
    CHECK(&lasting == with_policy_at(lasting, 3.0, [](const auto& now) { return &now; }));
}

} // namespace governance_policy_test
