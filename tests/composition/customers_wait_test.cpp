// Organisations whose customers wait: the list, the wait, and what it limits.
#include <algorithm>
#include <cmath>

#include <called.hpp>
#include <catch.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>

#include <orgscale/compare/scaling_wall.hpp>
#include <orgscale/customer/functional_silos.hpp>
#include <orgscale/customer/scaling_journey.hpp>
#include <orgscale/customer/waiting_list.hpp>
#include <orgscale/governance/approval_by_level.hpp>
#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>
#include <orgscale/governance/screened.hpp>
#include <orgscale/growth/linear_growth.hpp>
#include <orgscale/growth/network_growth.hpp>
#include <orgscale/observation/dashboard.hpp>
#include <orgscale/organization/operated.hpp>
#include <orgscale/solve/solve.hpp>

namespace customers_wait_test {

using namespace orgscale;

namespace {

/// Sells 20 a month and hires for 10: capacity is always 10 ahead of the customers, for a month's start.
template <template <class> class Governance>
using waited_for = operated<linear_growth<Governance>, waiting_list>;

constexpr linear_growth<frictionless> short_of_people{
    .sales_rate = 20, .hiring_rate = 1, .customers_per_person = 10};
constexpr growth_state<> start{.people = 11, .customers = 100};

} // namespace

TEST_CASE("customers wait: selling 20 against hiring for 10, longer by a month a month",
          "[composition]")
{
    const waited_for<frictionless> firm{.growth = short_of_people};
    const auto                     run = solve(called(firm), firm.opening(start), {.to = 24});
    for (const double t : {1.0, 12.0, 24.0}) {
        // The tolerance is the solver's, of numbers in the hundreds.
        CHECK_THAT(run(t).waiting, WithinRel(10 + 10 * t, 1e-8));
        CHECK_THAT(firm.experience(t, run(t)).wait, WithinRel(1 + t, 1e-8));
        CHECK(firm.bottleneck(t, run(t)) == growth_limit::serve);
    }
}

TEST_CASE("customers wait: with a patience of 3 months the wait settles at 3", "[composition]")
{
    const waited_for<frictionless> firm{.growth = short_of_people, .intake = {.patience = 3}};
    const auto                     run = solve(called(firm), firm.opening(start), {.to = 90});
    for (const double t : {1.0, 6.0, 90.0}) {
        CHECK_THAT(run(t).waiting, WithinRel(30 - 20 * std::exp(-t / 3), 1e-8));
        CHECK_THAT(firm.experience(t, run(t)).wait, WithinRel(3 - 2 * std::exp(-t / 3), 1e-8));
    }
}

TEST_CASE("customers wait: for decisions, 12 of 20, with a patience of 6 months 4 months",
          "[composition]")
{
    const waited_for<meritocracy> firm{
        .growth = {.governance           = {.autonomy = 0, .core_decisions = 12},
                   .sales_rate           = 20,
                   .hiring_rate          = 100,
                   .customers_per_person = 10},
        .intake = {.patience = 6}};
    const auto run =
        solve(called(firm), firm.opening({.people = 100, .customers = 100}), {.to = 200});
    CHECK_THAT(firm.experience(200, run(200)).wait, WithinRel(4.0, 1e-8));
    CHECK_THAT(run(200).waiting, WithinRel(firm.intake.settles_at(20, 12), 1e-8));
    CHECK(firm.bottleneck(200, run(200)) == growth_limit::decide);
}

TEST_CASE("customers wait: the wall is where the wait leaves its least", "[composition]")
{
    // The wait is 1 + t, its least 1; their ratio falls to 0.95 after 1/0.95 - 1.
    const waited_for<frictionless> firm{.growth = short_of_people};
    const auto wall = scaling_wall(called(firm), firm.opening(start), {.to = 24});
    REQUIRE(wall);
    CHECK_THAT(wall->time, WithinAbs(1 / 0.95 - 1, 1e-8));
    CHECK(wall->limit == growth_limit::serve);
    // With people for all who ask there is none.
    waited_for<frictionless> enough{
        .growth = {.sales_rate = 20, .hiring_rate = 3, .customers_per_person = 10}};
    CHECK_FALSE(
        scaling_wall(called(enough), enough.opening({.people = 12, .customers = 100}), {.to = 24}));
}

TEST_CASE("customers wait: delivery is reliable only while the wait stays near its least",
          "[composition]")
{
    // Decisions for 12 of 20: those whom nobody decides about go elsewhere, and the 12 are served at once.
    const linear_growth<meritocracy> growth{.governance  = {.autonomy = 0, .core_decisions = 12},
                                            .sales_rate  = 20,
                                            .hiring_rate = 100,
                                            .customers_per_person = 10};
    const growth_state<>             now{.people = 40, .customers = 100};
    CHECK(stage_of(growth, 0.0, now) == stage::reliable_delivery);
    // On a list all wait for the decisions.
    waited_for<meritocracy> firm{.growth = growth};
    const auto              begun = firm.opening(now);
    CHECK(stage_of(firm, 0.0, begun) >= stage::reliable_delivery);
    auto longer = begun; // by 1/0.95 the wait is too long
    for (const double times : {1 / 0.96, 1 / 0.94}) {
        longer.waiting = times * begun.waiting;
        CHECK_THAT(firm.experience(0, longer).wait, WithinRel(times, 1e-12));
        CHECK_THAT(firm.experience(0, longer).least_wait, WithinRel(1.0, 1e-12));
        CHECK((stage_of(firm, 0.0, longer) >= stage::reliable_delivery) == (times * 0.95 < 1));
    }
}

TEST_CASE("customers wait: where nothing is short, only for the onboarding", "[composition]")
{
    // A full pipeline of steady sales: the plain model to the solver's tolerance, people included.
    const linear_growth<hierarchy> growth{
        .governance           = {.span_of_control = 7, .time_per_level = 0.05},
        .sales_rate           = 20,
        .hiring_rate          = 40,
        .customers_per_person = 10,
        .onboarding_time      = 2,
        .attrition            = 0.02,
        .churn                = 0.01};
    const waited_for<hierarchy> firm{.growth = growth};
    const auto                  opening = firm.opening({.people = 60, .customers = 200});
    CHECK_THAT(opening.waiting, WithinRel(20 * firm.experience(0, opening).wait, 4 * ulp));
    const auto run   = solve(called(firm), opening, {.to = 6});
    const auto plain = solve(called(growth), {.people = 60, .customers = 200}, {.to = 6});
    for (const double t : {0.0, 2.0, 6.0}) {
        CHECK(firm.bottleneck(t, run(t)) == growth_limit::sell);
        // As the hierarchy deepens, the delay grows, and those who wait with it: by less than 1 %.
        CHECK_THAT(run(t).customers, WithinRel(plain(t).customers, 1e-2));
        CHECK_THAT(run(t).people, WithinRel(plain(t).people, 1e-2));
        CHECK_THAT(firm.experience(t, run(t)).wait,
                   WithinRel(2 + growth.conditions(t, plain(t)).decision_delay, 1e-2));
    }
    // With constant delays, exactly.
    const waited_for<frictionless> same{.growth = {.sales_rate           = 20,
                                                   .hiring_rate          = 40,
                                                   .customers_per_person = 10,
                                                   .onboarding_time      = 2,
                                                   .attrition            = 0.02,
                                                   .churn                = 0.01}};
    const auto                     piped =
        solve(called(same), same.opening({.people = 40, .customers = 200}), {.to = 24});
    const auto as_is = solve(called(same.growth), {.people = 40, .customers = 200}, {.to = 24});
    for (const double t : {2.0, 12.0, 24.0}) {
        CHECK_THAT(piped(t).customers, WithinRel(as_is(t).customers, 1e-7));
        CHECK_THAT(piped(t).people, WithinRel(as_is(t).people, 1e-7));
    }
}

TEST_CASE("customers wait: word of mouth starts with the service, not with the signature",
          "[composition]")
{
    // Far below the potential c' = w/T and w' = q c - w/T, which grow at g with g (g + 1/T) = q/T.
    const operated<network_growth<frictionless>, waiting_list> spread{
        .growth = {.imitation            = 0.5,
                   .potential            = 1e12,
                   .hiring_rate          = 1e9,
                   .customers_per_person = 10,
                   .onboarding_time      = 4}};
    const auto run =
        solve(called(spread), spread.opening({.people = 100, .customers = 10}), {.to = 30});
    const double rate = std::log(run(30).customers / run(20).customers) / 10;
    // The other mode, at -1/T - g, has decayed to e^-16, and c/M is below 1e-8.
    CHECK_THAT(rate, WithinRel((std::sqrt(1 + 4 * 0.5 * 4) - 1) / (2 * 4), 1e-6));
}

TEST_CASE("customers wait: all who ask start, wait or give up", "[composition]")
{
    const operated<network_growth<hierarchy>, waiting_list, functional_silos, dashboard> firm{
        .growth      = {.governance           = {.span_of_control       = 7,
                                                 .escalation            = 0.5,
                                                 .decisions_per_manager = 40,
                                                 .time_per_level        = 0.1},
                        .innovation           = 0.01,
                        .imitation            = 0.3,
                        .potential            = 1e4,
                        .hiring_rate          = 6,
                        .customers_per_person = 9,
                        .churn                = 0.02,
                        .patience             = 4},
        .observation = {.reporting_interval = 1},
        .ownership   = {.functions = 3, .utilization = 0.5, .work_time = 0.125},
        .intake      = {.patience = 5}};
    random_numbers draw(1601);
    for (int i = 0; i < 200; ++i) {
        const decltype(firm)::state_type x{.people    = draw.magnitude(1, 1e4),
                                           .customers = draw.magnitude(1, 1e4),
                                           .perceived = draw.magnitude(1, 1e4),
                                           .waiting   = draw.magnitude(1e-3, 1e4)};
        const auto                       change = firm.derivative(0, x);
        const auto                       now    = firm.flows(0, x);
        const auto                       asked  = firm.asked(0, x);
        const double all = asked.asked + asked.started + asked.given_up + now.lost;
        CHECK_THAT(change.waiting + change.customers + asked.given_up + now.lost,
                   WithinAbs(asked.asked, 4 * ulp * all));
        CHECK_THAT(asked.given_up, WithinRel(x.waiting / 5, 2 * ulp));
        // Nobody is won twice: the potential less those who have been won.
        const double left = std::max(0.0, 1e4 - x.customers - x.waiting);
        CHECK_THAT(asked.asked, WithinRel((0.01 + 0.3 * x.customers / 1e4) * left, 8 * ulp));
        // Started: those who come up, are decided, and have a place; Little's law gives the wait.
        const double least =
            1 +
            firm.growth.conditions(0, {.people = x.people, .customers = x.customers}).decision_delay +
            firm.ownership.handoff_delay(x.people);
        const double started = std::min({x.waiting / least, now.limits.decide, now.limits.serve});
        CHECK_THAT(asked.started, WithinRel(started, 8 * ulp));
        // To staff for: those served, those who come up, and those who ask until hires can start.
        const double ahead = std::min(x.waiting / least, now.limits.decide) * least +
                             std::min(asked.asked, now.limits.decide) * least;
        CHECK_THAT(now.load, WithinRel(x.customers + ahead, 8 * ulp));
        if (started > 0) {
            CHECK_THAT(firm.experience(0, x).wait, WithinRel(x.waiting / started, 16 * ulp));
            CHECK_THAT(now.inflow / now.demand * firm.experience(0, x).wait,
                       WithinRel(least, 16 * ulp));
        } else {
            CHECK(std::isinf(firm.experience(0, x).wait));
        }
    }
}

TEST_CASE("customers wait: an empty list has the least wait, or no end where nobody starts",
          "[composition]")
{
    const waited_for<frictionless> firm{.growth = short_of_people};
    CHECK(firm.experience(0, {.people = 11, .customers = 100, .waiting = 0}).wait == 1);
    CHECK(std::isinf(firm.experience(0, {.people = 10, .customers = 100, .waiting = 0}).wait));
    CHECK(std::isinf(firm.experience(0, {.people = 10, .customers = 100, .waiting = 7}).wait));
}

TEST_CASE("customers wait: the patience is a time constant for the solver", "[composition]")
{
    waited_for<frictionless> firm{.growth = short_of_people};
    CHECK(firm.shortest_time() == 1);
    firm.intake.patience = 0.125;
    CHECK(firm.shortest_time() == 0.125);
}

namespace {

template <real R>
using ranks = screened<hierarchy<R>, approval_by_level>;

} // namespace

TEST_CASE("customers wait: where no decision wins anything nobody asks, and the run goes on",
          "[composition]")
{
    // Bad initiatives are accepted as often as good ones: worse than to accept nothing.
    const waited_for<ranks> firm{.growth = {.governance  = {.governance  = {.span_of_control = 7},
                                                            .initiatives = {.good_share   = 0.3,
                                                                            .accepts_good = 0.8,
                                                                            .accepts_bad  = 0.8}},
                                            .sales_rate  = 20,
                                            .hiring_rate = 4,
                                            .customers_per_person = 5},
                                 .intake = {.patience = 6}};
    const auto              from = firm.opening({.people = 10, .customers = 40});
    CHECK(from.waiting == 0);
    const auto run = solve(called(firm), from, {.to = 24});
    REQUIRE(run.complete());
    CHECK(run(24).customers == 40);
    CHECK(run(24).waiting == 0);
    CHECK(firm.asked(24, run(24)).asked == 0);
    CHECK(firm.experience(24, run(24)).wait == infinity<double>()); // of somebody who asked

    // Those who wait when decisions stop winning are not taken on, and give up.
    auto waited    = from;
    waited.waiting = 12;
    const auto out = solve(called(firm), waited, {.to = 6});
    REQUIRE(out.complete());
    CHECK_THAT(out(6).waiting, WithinRel(12 * std::exp(-1.0), 1e-8)); // the solver's tolerance
    CHECK(out(6).customers == 40);
}

} // namespace customers_wait_test
