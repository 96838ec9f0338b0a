#include <orgscale/compare/bottleneck.hpp>

#include <cmath>

#include <called.hpp>
#include <catch.hpp>
#include <referral_firm.hpp>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/growth/linear_growth.hpp>

namespace bottleneck_test {

using namespace orgscale;

TEST_CASE("bottlenecks: follow one another without gaps from start to end", "[compare]")
{
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    const auto              run   = solve(firm, {.customers = 20}, {.to = 100});
    const auto              bands = bottlenecks(firm, run);
    REQUIRE(bands.size() == 2);
    CHECK(bands[0].from == 0);
    CHECK(bands[0].limit == referral_firm::limit::refer);
    CHECK(bands[0].to == bands[1].from);
    CHECK(bands[1].to == 100);
    CHECK(bands[1].limit == referral_firm::limit::settle);
    const auto wall = scaling_wall(firm, run);
    REQUIRE(wall);
    CHECK_THAT(bands[1].from, WithinRel(wall->time, 1e-12));
}

TEST_CASE("bottlenecks: people hired for what is won are not what binds", "[compare]")
{
    // Everything is decided at the top: the desk of the head binds, and people follow.
    const linear_growth<hierarchy> firm{
        .governance           = {.span_of_control = 7, .decisions_per_manager = 5},
        .sales_rate           = 20,
        .hiring_rate          = 100,
        .customers_per_person = 5};
    const auto bands = bottlenecks(
        called(firm), solve(called(firm), {.people = 40, .customers = 100}, {.to = 60}));
    REQUIRE_FALSE(bands.empty());
    CHECK(bands.back().limit == growth_limit::decide);
    CHECK(bands.back().to - bands.back().from > 50);
}

TEST_CASE("bottlenecks: growth without shortage is bound by selling alone", "[compare]")
{
    const linear_growth<hierarchy> firm{.governance           = {.span_of_control = 7},
                                        .sales_rate           = 2,
                                        .hiring_rate          = 100,
                                        .customers_per_person = 5};
    const auto                     bands = bottlenecks(
        called(firm), solve(called(firm), {.people = 60, .customers = 100}, {.to = 60}));
    REQUIRE(bands.size() == 1);
    CHECK(bands[0].limit == growth_limit::sell);
}

} // namespace bottleneck_test
