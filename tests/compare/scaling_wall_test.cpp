#include <orgscale/compare/scaling_wall.hpp>

#include <algorithm>
#include <cmath>
#include <string>

#include <called.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <growth_by_hand.hpp>
#include <random_numbers.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/compare/bottleneck.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
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

// Nearly all 500 are won; whoever is left over is served late, by people who leave at 2 percent.
TEST_CASE("scaling wall: what is hardly missed is no wall", "[compare]")
{
    const network_growth<frictionless> won{.innovation           = 0.01,
                                           .imitation            = 0.2,
                                           .potential            = 500,
                                           .hiring_rate          = 5,
                                           .customers_per_person = 10,
                                           .hiring_share         = 0.1,
                                           .attrition            = 0.02};
    for (const double to : {120.0, 360.0, 600.0})
        CHECK_FALSE(scaling_wall(called(won), {5, 10}, {.to = to}));
    auto larger      = won;
    larger.potential = 1e6;
    CHECK_FALSE(scaling_wall(called(larger), {500, 1e4}, {.to = 360}));

    // Too few people are hired to serve them all: then most of them are missed.
    auto starved         = won;
    starved.hiring_rate  = 0.2;
    starved.hiring_share = 0;
    const auto found     = scaling_wall(called(starved), {5, 10}, {.to = 360});
    REQUIRE(found);
    CHECK(found->state.customers < 250);
}

TEST_CASE("scaling wall: what is negligible is an option", "[compare]")
{
    // demand - inflow = r c - D reaches ν c/T where c = D/(r - ν/T), on the line from D/r on.
    for (const double share : {0.0, 0.1, 0.9}) {
        const auto found =
            scaling_wall(firm, {.customers = 20}, {.to = 200, .shortfall = 0, .negligible = share});
        REQUIRE(found);
        const double customers = 50 / (0.1 - share / 200);
        CHECK_THAT(found->time, WithinAbs(firm.binds_at(20) + (customers - 500) / 50, 1e-6));
    }
}

TEST_CASE("scaling wall: the shortfall that counts is an option", "[compare]")
{
    for (const double shortfall : {0.0, 0.2, 0.5}) {
        const auto found = scaling_wall(firm, {.customers = 20},
                                        {.to = 200, .shortfall = shortfall, .negligible = 0});
        REQUIRE(found);
        CHECK_THAT(found->time,
                   WithinAbs(firm.binds_at(20) + (1 / (1 - shortfall) - 1) / 0.1, 1e-6));
    }
}

TEST_CASE("scaling wall: nothing if there is none before the horizon", "[compare]")
{
    const double wall = firm.binds_at(20) + (1 / 0.95 - 1) / 0.1;
    CHECK_FALSE(scaling_wall(firm, {.customers = 20}, {.to = wall - 0.01}));
    CHECK(scaling_wall(firm, {.customers = 20}, {.to = wall + 0.01}));
}

TEST_CASE("scaling wall: one that stands from the start is found", "[compare]")
{
    const auto found = scaling_wall(firm, {.customers = 5000}, {.from = 7, .to = 20});
    REQUIRE(found);
    CHECK(found->time == 7);
}

TEST_CASE("scaling wall: hiring that can't keep up is named as the cause", "[compare]")
{
    const auto found =
        scaling_wall(called(selling_well()), {.people = 4, .customers = 10}, {.to = 60});
    REQUIRE(found);
    CHECK(found->limit == growth_limit::serve);
    REQUIRE(found->cause);
    CHECK(*found->cause == growth_limit::recruit);
}

TEST_CASE("scaling wall: the same firm with hiring in proportion has none", "[compare]")
{
    auto firm_that_hires         = selling_well();
    firm_that_hires.hiring_share = 2;
    CHECK_FALSE(scaling_wall(called(firm_that_hires), {.people = 20, .customers = 40}, {.to = 60}));
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
    CHECK(scaling_wall(called(changing), start, {.to = 20}));
    CHECK_FALSE(scaling_wall(called(changing), start, {.to = 60}));
}

TEST_CASE("scaling wall: a network that has won everybody has none", "[compare]")
{
    const network_growth<meritocracy> commons{.imitation            = 0.5,
                                              .potential            = 1000,
                                              .participation        = 1,
                                              .customers_per_node   = 5,
                                              .hiring_rate          = 1,
                                              .customers_per_person = 10};
    CHECK_FALSE(scaling_wall(called(commons), {.people = 5, .customers = 10}, {.to = 200}));
}

TEST_CASE("scaling wall: reports a run that did not reach its end", "[compare]")
{
    const auto found = scaling_wall(firm, {.customers = 20}, {.to = 200, .max_steps = 3});
    CHECK_FALSE(found);
    CHECK_FALSE(found.complete());
    CHECK(found.reason() == ending::step_limit_reached);
}

TEST_CASE("scaling wall: at a jump it is on the side that falls short", "[compare]")
{
    // Half of the people leave at once in month 30, and hiring is slow.
    const linear_growth<frictionless> halved{
        .sales_rate = 20, .hiring_rate = 4.5, .customers_per_person = 5, .hiring_time = 10};
    const auto run   = solve(called(halved), {.people = 20, .customers = 60}, {.to = 45},
                             when([](double t, const auto&) { return t - 30; },
                                [](double, auto x) {
                                    x.people *= 0.5;
                                    return x;
                                }));
    const auto found = scaling_wall(called(halved), run);
    REQUIRE(found);
    CHECK(found->limit == growth_limit::serve);
    CHECK_THAT(found->time, WithinRel(30, 1e-9));
}

namespace {

/// A random firm; one in six starts with nobody.
linear_growth<hierarchy> drawn_firm(random_numbers& draw)
{
    return with_drawn_staffing(draw,
                               linear_growth<hierarchy>{.governance = drawn_hierarchy(draw),
                                                        .sales_rate = draw.magnitude(0.1, 100),
                                                        .sales_per_person = draw.between(0, 0.5),
                                                        .hiring_rate      = 1,
                                                        .customers_per_person = 1});
}

growth_state<> drawn_start(random_numbers& draw)
{
    return {.people    = draw.one_in(6) ? 0 : draw.magnitude(1, 200),
            .customers = draw.magnitude(1, 500)};
}

/// Sells, decides and serves so much, whatever its size.
struct office {
    using real_type  = double;
    using state_type = growth_state<>;
    using limit      = growth_limit;

    double decide, serve, sell = 100;

    [[nodiscard]] growth_flows<> flows(double, const state_type&) const
    {
        growth_flows<> now{};
        now.limits = {.sell = sell, .decide = decide, .serve = serve, .recruit = 1, .need = 2};
        now.demand = sell;
        now.won    = std::min(sell, decide);
        now.inflow = std::min(now.won, serve);
        return now;
    }
    [[nodiscard]] state_type derivative(double t, const state_type& x) const
    {
        return flows(t, x).derivative();
    }
};

auto wall_of(const office& one)
{
    return scaling_wall(called(one), {.people = 1, .customers = 1}, {.to = 9});
}

} // namespace

TEST_CASE("scaling wall: where one limit takes all that is missing, no other is named", "[compare]")
{
    const auto deciding = wall_of({.decide = 80, .serve = 90});
    REQUIRE(deciding);
    CHECK(deciding->limit == growth_limit::decide);
    CHECK_FALSE(deciding->also);
    CHECK_FALSE(deciding->cause);
    const auto serving = wall_of({.decide = 120, .serve = 80});
    REQUIRE(serving);
    CHECK(serving->limit == growth_limit::serve);
    CHECK_FALSE(serving->also);
    CHECK(serving->cause == growth_limit::recruit);
}

TEST_CASE("scaling wall: where customers are lost at two limits, both are named", "[compare]")
{
    // Of 100, 30 are lost at the one and 10 at the other.
    const auto more_deciding = wall_of({.decide = 70, .serve = 60});
    REQUIRE(more_deciding);
    CHECK(more_deciding->limit == growth_limit::decide);
    CHECK(more_deciding->also == growth_limit::serve);
    const auto more_serving = wall_of({.decide = 90, .serve = 60});
    REQUIRE(more_serving);
    CHECK(more_serving->limit == growth_limit::serve);
    CHECK(more_serving->also == growth_limit::decide);
}

TEST_CASE("scaling wall: people hired for what is won don't bind too", "[compare]")
{
    // What is served follows what is decided, at a distance of roundings.
    const auto found = wall_of({.decide = 70, .serve = 70 * (1 - 1e-6)});
    REQUIRE(found);
    CHECK(found->limit == growth_limit::decide);
    CHECK_FALSE(found->also);
}

TEST_CASE("scaling wall: with unlimited demand the smallest limit binds", "[compare]")
{
    const linear_growth<frictionless> firm_with_queue{
        .sales_rate = infinite, .hiring_rate = 2, .customers_per_person = 5};
    const auto found =
        scaling_wall(called(firm_with_queue), {.people = 10, .customers = 10}, {.to = 10});
    REQUIRE(found);
    CHECK(found->limit == growth_limit::serve);
    CHECK(found->limit == bottleneck(firm_with_queue, found->time, found->state));
}

TEST_CASE("scaling wall: its limits hold the bottleneck of the model and agree with bottlenecks",
          "[compare]")
{
    random_numbers draw(12);
    constexpr int  draws  = trials(400);
    int            inside = 0, at_start = 0, two = 0;
    for (int i = 0; i < draws; ++i) {
        const auto   one   = drawn_firm(draw);
        const auto   start = drawn_start(draw);
        const double to    = draw.magnitude(12, 240);
        const auto   run   = solve(called(one), start, {.to = to});
        const auto   found = scaling_wall(called(one), run);
        if (!run.complete() || !found) continue;

        // Up to a fiftieth of half the shortfall two limits count as equal.
        const auto now   = flows(one, found->time, found->state);
        const auto least = now.bottleneck();
        const bool equal = now.inflow > (1 - 0.0006) * now.won;
        const bool named = found->limit == least || found->also == least;
        CHECK((named || (least == growth_limit::serve && equal)));
        if (found->also) ++two;
        if (found->time == 0) {
            ++at_start;
            continue;
        }
        ++inside;
        for (const auto& band : bottlenecks(called(one), run)) // the first behind it
            if (band.from <= found->time * (1 + 1e-9) && found->time * (1 + 1e-9) < band.to)
                CHECK((band.limit == found->limit || found->also == band.limit));
    }
    CHECK(inside > draws / 20); // the draws have walls of every kind
    CHECK(at_start > draws / 8);
    CHECK(two > draws / 40);
}

TEST_CASE("scaling wall: one that stands from the start is named for the lasting limit", "[compare]")
{
    // With nobody there nobody decides, but once there is someone hiring binds for good.
    const linear_growth<hierarchy> practice{
        .governance  = {.span_of_control = 7, .escalation = 0.3, .decisions_per_manager = 40},
        .sales_rate  = 16,
        .hiring_rate = 8,
        .customers_per_person = 1.45,
        .hiring_time          = 2,
        .core_people          = 2};
    const auto found = scaling_wall(called(practice), {.people = 0, .customers = 0}, {.to = 60});
    REQUIRE(found);
    CHECK(found->time == 0);
    CHECK(found->limit == growth_limit::serve);
    CHECK(found->cause == growth_limit::recruit);
    CHECK(found->also == growth_limit::decide);

    // Control: who starts with people meets the same limit from the first moment on.
    const auto staffed = scaling_wall(called(practice), {.people = 20, .customers = 28}, {.to = 60});
    REQUIRE(staffed);
    CHECK(staffed->limit == growth_limit::serve);
    CHECK_FALSE(staffed->also);
}

TEST_CASE("scaling wall: none where there is no demand", "[compare]")
{
    // A network whose last customers have left may have less than none, by the solver's error.
    for (const double sell : {0.0, -1e-20})
        CHECK_FALSE(wall_of({.decide = 80, .serve = 60, .sell = sell}));
    CHECK(wall_of({.decide = 80, .serve = 60, .sell = 90}));
}

TEST_CASE("scaling wall: refuses a start with negative customers, at the caller's place",
          "[compare]")
{
    const unsigned line  = __LINE__;
    const auto     error = refusal([] { return scaling_wall(firm, {-20}, {.to = 200}); });
    REQUIRE(error);
    CHECK(std::string{error->parameter()} == "start.customers");
    CHECK(error->where().line() == line + 1);
}

} // namespace scaling_wall_test
