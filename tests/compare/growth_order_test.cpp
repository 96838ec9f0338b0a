#include <orgscale/compare/growth_order.hpp>

#include <cmath>

#include <catch.hpp>
#include <power_law.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/logistic.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/solve/reach.hpp>

namespace growth_order_test {

using namespace orgscale;

TEST_CASE("growth order: of a power of the size is that power", "[compare]")
{
    const double m   = GENERATE(-1.0, 0.0, 0.25, 0.5, 0.75);
    const auto   run = solve(power_law{.speed = 2, .order = m}, 5, {.to = 100});
    const auto   is  = growth_order(run);
    REQUIRE(is.exponent);
    CHECK_THAT(*is.order, WithinAbs(m, 1e-9));
    CHECK_THAT(*is.exponent, WithinAbs(1 / (1 - m), 1e-8));
    CHECK(is.kind == (m == 0 ? growth_kind::linear : growth_kind::polynomial));
}

TEST_CASE("growth order: a line stays one, however high it begins", "[compare]")
{
    const double start = GENERATE(1e-3, 1.0, 1e6);
    CHECK(growth_order(solve(power_law{.speed = 2, .order = 0}, start, {.to = 100})).kind ==
          growth_kind::linear);
}

TEST_CASE("growth order: in proportion to size is exponential, with its rate", "[compare]")
{
    const auto is = growth_order(solve(power_law{.speed = 0.3, .order = 1}, 5, {.to = 20}));
    CHECK(is.kind == growth_kind::exponential);
    REQUIRE(is.rate);
    CHECK_THAT(*is.rate, WithinRel(0.3, 1e-12));
}

TEST_CASE("growth order: beyond proportion is faster", "[compare]")
{
    const auto is = growth_order(solve(power_law{.speed = 0.01, .order = 1.5}, 1, {.to = 100}));
    CHECK(is.kind == growth_kind::faster);
}

TEST_CASE("growth order: a shrinking one declines", "[compare]")
{
    CHECK(growth_order(solve(power_law{.speed = -0.3, .order = 1}, 5, {.to = 20})).kind ==
          growth_kind::declining);
}

TEST_CASE("growth order: a ceiling is told where growth bends, and not before", "[compare]")
{
    constexpr logistic<> market{.growth_rate = 0.5, .ceiling = 1e6};
    CHECK(growth_order(solve(market, 1, {.to = 10})).kind == growth_kind::exponential);
    for (const double end : {27.6, 40.0, 60.0, 500.0}) { // the inflection is at 27.6
        const auto is = growth_order(solve(market, 1, {.to = end}));
        CHECK(is.kind == growth_kind::saturating);
        REQUIRE(is.ceiling);
        CHECK_THAT(*is.ceiling, WithinRel(1e6, 1e-3));
    }
    constexpr bass<> product{.innovation = 0.03, .imitation = 0.38, .potential = 5000};
    const auto       late = growth_order(solve(product, 0, {.to = 25}));
    CHECK(late.kind == growth_kind::saturating);
    REQUIRE(late.ceiling);
    CHECK_THAT(*late.ceiling, WithinRel(5000, 1e-2)); // its end is first order with a small bend
}

TEST_CASE("growth order: no ceiling is told while rates rise, unless the law is that of a ceiling",
          "[compare]")
{
    // Held up by hiring, whose pace grows: the rate over the size falls almost along a line that ends at 238, and the
    // network goes on to its potential.
    const network_growth<frictionless> hiring{.innovation           = 0.00187,
                                              .imitation            = 0.203,
                                              .potential            = 2340,
                                              .hiring_rate          = 5.62,
                                              .customers_per_person = 3,
                                              .hiring_share         = 0.0236,
                                              .onboarding_time      = 1.5,
                                              .hiring_time          = 1.76};
    const growth_state<>               start{.people = 5, .customers = 16};
    const auto                         run = solve(hiring, start, {.to = 7});
    REQUIRE(reach(hiring, start, {.to = 300}).state.customers > 2300);
    const auto is = growth_order(run);
    CHECK(is.kind == growth_kind::polynomial);
    CHECK_FALSE(is.ceiling);
}

TEST_CASE("growth order: a run that never moves can't tell", "[compare]")
{
    constexpr logistic<> market{.growth_rate = 0.5, .ceiling = 1e6};
    CHECK(growth_order(solve(market, 1, {.to = 1e-6})).kind == growth_kind::undetermined);
    CHECK(growth_order(solve(market, 1e6, {.to = 50})).kind == growth_kind::undetermined);
}

TEST_CASE("growth order: a fall to a level is a decline", "[compare]")
{
    constexpr logistic<> market{.growth_rate = 0.5, .ceiling = 100};
    CHECK(growth_order(solve(market, 1000, {.to = 200})).kind == growth_kind::declining);
}

} // namespace growth_order_test
