#include <orgscale/compare/scaling_wall.hpp>

#include <cmath>

#include <catch.hpp>
#include <referral_firm.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/transition.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>

namespace scaling_wall_test {

using namespace orgscale;

namespace {

static_assert(growth_model<referral_firm>);
constexpr referral_firm firm{.rate = 0.1, .desk = 50};

/// Sells more and more, hires at a constant rate: hiring must bind in the end.
linear_growth<frictionless> selling_well()
{
    return {.sales_rate = 10, .sales_per_person = 0.2, .hiring_rate = 2, .customers_per_person = 5};
}

template <real R> using reform = transition<hierarchy<R>, meritocracy<R>>;

} // namespace

TEST_CASE("scaling wall: is where the inflow falls short by 5 percent for good", "[compare]")
{
    // The desk binds from t0 on; on the line c = D/r + D (t - t0), demand r c exceeds D/0.95 at
    // t0 + (1/0.95 - 1)/r.
    const auto found = scaling_wall(firm, {.customers = 20}, {.to = 200});
    REQUIRE(found);
    CHECK(found.complete());
    // The kink where the desk begins to bind costs a solver of order 7 some of its digits.
    CHECK_THAT(found->time, WithinRel(firm.binds_at(20) + (1 / 0.95 - 1) / 0.1, 1e-7));
    CHECK(found->limit == referral_firm::limit::settle);
    CHECK_FALSE(found->cause);
    CHECK_THAT(found->state.customers, WithinRel(50 / 0.95 / 0.1, 1e-7));
}

TEST_CASE("scaling wall: the shortfall that counts is an option", "[compare]")
{
    for (const double shortfall : {0.0, 0.2, 0.5}) {
        const auto found =
            scaling_wall(firm, {.customers = 20}, {.to = 200, .shortfall = shortfall});
        REQUIRE(found);
        CHECK_THAT(found->time,
                   WithinAbs(firm.binds_at(20) + (1 / (1 - shortfall) - 1) / 0.1, 1e-6));
    }
}

TEST_CASE("scaling wall: none before the horizon is nothing", "[compare]")
{
    const double wall = firm.binds_at(20) + (1 / 0.95 - 1) / 0.1;
    CHECK_FALSE(scaling_wall(firm, {.customers = 20}, {.to = wall - 0.01}));
    CHECK(scaling_wall(firm, {.customers = 20}, {.to = wall + 0.01}));
}

TEST_CASE("scaling wall: one that stands from the start is there", "[compare]")
{
    const auto found = scaling_wall(firm, {.customers = 5000}, {.from = 7, .to = 20});
    REQUIRE(found);
    CHECK(found->time == 7);
}

TEST_CASE("scaling wall: hiring that can't keep up is named as the cause", "[compare]")
{
    const auto found = scaling_wall(selling_well(), {.people = 4, .customers = 10}, {.to = 60});
    REQUIRE(found);
    CHECK(found->limit == growth_limit::serve);
    REQUIRE(found->cause);
    CHECK(*found->cause == growth_limit::recruit);
}

TEST_CASE("scaling wall: the same firm with hiring in proportion has none", "[compare]")
{
    auto firm_that_hires         = selling_well();
    firm_that_hires.hiring_share = 2;
    CHECK_FALSE(scaling_wall(firm_that_hires, {.people = 20, .customers = 40}, {.to = 60}));
}

TEST_CASE("scaling wall: a shortage that passes is none, the last one counts", "[compare]")
{
    // A hierarchy in which everything is asked at the top gives way to people who decide.
    const linear_growth<reform> changing{
        .governance           = {.from     = {.span_of_control = 7, .decisions_per_manager = 5},
                                 .to       = {},
                                 .start    = 20,
                                 .duration = 10},
        .sales_rate           = 20,
        .hiring_rate          = 1000,
        .customers_per_person = 5};
    const growth_state<> start{.people = 40, .customers = 100};
    CHECK(scaling_wall(changing, start, {.to = 20}));
    CHECK_FALSE(scaling_wall(changing, start, {.to = 60}));
}

TEST_CASE("scaling wall: a network that has won everybody has none", "[compare]")
{
    const network_growth<meritocracy> commons{.imitation            = 0.5,
                                              .potential            = 1000,
                                              .participation        = 1,
                                              .customers_per_node   = 5,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 10};
    CHECK_FALSE(scaling_wall(commons, {.people = 5, .customers = 10}, {.to = 200}));
}

TEST_CASE("scaling wall: says when the run did not reach its end", "[compare]")
{
    const auto found = scaling_wall(firm, {.customers = 20}, {.to = 200, .max_steps = 3});
    CHECK_FALSE(found);
    CHECK_FALSE(found.complete());
    CHECK(found.reason() == ending::spent_steps);
}

TEST_CASE("scaling wall: refuses a shortfall that is none", "[compare]")
{
    CHECK_THROWS_AS((wall_options<>{.to = 10, .shortfall = 1}), parameter_error);
    CHECK_THROWS_AS((wall_options<>{.to = 10, .shortfall = -0.1}), parameter_error);
    CHECK_THROWS_AS((wall_options<>{.from = 11, .to = 10}), parameter_error);
}

TEST_CASE("scaling wall: at a jump it is on the side that falls short", "[compare]")
{
    // Half of the people leave at once in month 30, and hiring is slow.
    const linear_growth<frictionless> halved{
        .sales_rate = 20, .hiring_rate = 4.5, .customers_per_person = 5, .hiring_time = 10};
    const auto run   = solve(halved, {.people = 20, .customers = 60}, {.to = 45},
                             when([](double t, const auto&) { return t - 30; },
                                [](double, auto x) {
                                    x.people *= 0.5;
                                    return x;
                                }));
    const auto found = scaling_wall(halved, run);
    REQUIRE(found);
    CHECK(found->limit == growth_limit::serve);
    CHECK_THAT(found->time, WithinRel(30, 1e-9));
}

} // namespace scaling_wall_test
