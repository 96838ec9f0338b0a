#include <orgscale/growth/scalability_law.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <tangent.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/amdahl.hpp>
#include <orgscale/growth/gustafson.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/power_output.hpp>
#include <orgscale/growth/ringelmann.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace scalability_law_test {

using namespace orgscale;

namespace {

// A user-defined law: each further unit adds half of one.
struct by_halves {
    using real_type = double;

    static double speed_up(double people) { return (1 + people) / 2; }
};

struct without_an_answer {
    using real_type = double;

    static double value(double people) { return people; }
};

struct without_a_number {
    static double speed_up(double people) { return people; }
};

// The policy in the documentation of scalability_law.
template <class Real = double>
struct team : frictionless<Real> {
    power_output<Real> output{.exponent = Real(0.75)};

    [[nodiscard]] Real realized_effort(const Real& people) const
    {
        return efficiency(output, people);
    }
};

void check_that_one_does_what_one_does(const scalability_law auto& law)
{
    CHECK(law.speed_up(1) == 1);
    CHECK(efficiency(law, 1) == 1);
    CHECK_THAT(efficiency(law, 6) * 6, WithinRel(law.speed_up(6), 2 * ulp));
}

} // namespace

TEST_CASE("scalability_law: a law gives the speed-up of n units", "[growth]")
{
    STATIC_REQUIRE(scalability_law<by_halves>);
    STATIC_REQUIRE_FALSE(scalability_law<without_an_answer>);
    STATIC_REQUIRE_FALSE(scalability_law<without_a_number>);
    STATIC_REQUIRE_FALSE(scalability_law<int>);
    STATIC_REQUIRE_FALSE(scalability_law<frictionless<>>);
}

TEST_CASE("scalability_law: every law gives 1 for one unit", "[growth]")
{
    check_that_one_does_what_one_does(by_halves{});
    check_that_one_does_what_one_does(amdahl<>{.serial_fraction = 0.3});
    check_that_one_does_what_one_does(gustafson<>{.serial_fraction = 0.3});
    check_that_one_does_what_one_does(power_output<>{.exponent = 1.3});
    check_that_one_does_what_one_does(ringelmann<>{.loss = 0.07});
    check_that_one_does_what_one_does(universal_scalability<>{.contention = 0.1, .coherency = 0.01});
}

TEST_CASE("scalability_law: efficiency is output per unit", "[growth]")
{
    CHECK(efficiency(by_halves{}, 4) == 0.625);
    STATIC_REQUIRE(efficiency(ringelmann<>{.loss = 0.125}, 5) == 0.5);
    STATIC_REQUIRE(efficiency(universal_scalability<>{}, 1e9) == 1);
}

TEST_CASE("scalability_law: a power law and Gunther's law agree to first order", "[growth]")
{
    // d ln X/d ln k at k = 1 is β for a power, and 1 - σ - ξ for Gunther's law.
    const power_output<tangent>          power{.exponent = tangent(0.8125)};
    const universal_scalability<tangent> gunther{.contention = tangent(0.125),
                                                 .coherency  = tangent(0.0625)};
    CHECK(power.speed_up(tangent::variable(1)).slope() == 0.8125);
    CHECK(gunther.speed_up(tangent::variable(1)).slope() == 0.8125);
}

TEST_CASE("scalability_law: a law with losses makes a governance policy", "[growth]")
{
    STATIC_REQUIRE(governance_policy<team<>, double>);
    for (const double n : {1.0, 16.0, 81.0})
        CHECK_THAT(team<>{}.realized_effort(n), WithinRel(std::pow(n, -0.25), 4 * ulp));

    // Each of 16 people serves half of what one alone would.
    const linear_growth<team> losing{.sales_rate = 5, .hiring_rate = 1, .customers_per_person = 10};
    const linear_growth<frictionless> without{
        .sales_rate = 5, .hiring_rate = 1, .customers_per_person = 10};
    CHECK(losing.limits(0, {.people = 16, .customers = 0}).serve ==
          without.limits(0, {.people = 16, .customers = 0}).serve / 2);
}

} // namespace scalability_law_test
