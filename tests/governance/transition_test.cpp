#include <orgscale/governance/transition.hpp>

#include <array>
#include <cmath>
#include <string>
#include <vector>

#include <answers_about_size.hpp>
#include <catch.hpp>
#include <description.hpp>
#include <doubles.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/governance/frictionless.hpp>
#include <orgscale/governance/hierarchy.hpp>
#include <orgscale/governance/meritocracy.hpp>

namespace transition_test {

using namespace orgscale;

namespace {

constexpr hierarchy<> command{.span_of_control       = 7,
                              .control_retention     = 0.9,
                              .escalation            = 0.6,
                              .decisions_per_manager = 40,
                              .time_per_level        = 0.3};

constexpr meritocracy<> commons{.alignment            = 0.8,
                                .autonomy             = 0.95,
                                .peers                = 6,
                                .time_per_peer        = 0.03,
                                .decisions_per_person = 0.7,
                                .core_decisions       = 90,
                                .time_per_hop         = 0.1};

using reform = transition<hierarchy<>, meritocracy<>>;

constexpr reform turn{.from = command, .to = commons, .start = 24.3, .duration = 17.9, .dip = 0.2};

/// A policy whose decisions are not always right.
struct hasty : frictionless<> {
    double decision_quality(double) const { return 0.5; }
};

/// Bit for bit. The number of people is hidden from the compiler, which would otherwise compute one of
/// the two at compile time and round a power differently.
void check_same(const auto& a, const auto& b, double people)
{
    const volatile double hidden = people;
    const double          n      = hidden;
    CHECK(a.productive_share(n) == b.productive_share(n));
    CHECK(a.realized_effort(n) == b.realized_effort(n));
    CHECK(a.decision_capacity(n) == b.decision_capacity(n));
    CHECK(a.decision_delay(n) == b.decision_delay(n));
}

} // namespace

TEST_CASE("transition: before its start it equals the old policy bit for bit", "[governance]")
{
    const auto t = GENERATE(-infinite, -1e9, 0.0, 24.0, 24.3);
    for (const double n : {1.0, 17.5, 400.0, 1e9}) check_same(turn.at(t), command, n);
}

TEST_CASE("transition: after its end it equals the new policy bit for bit", "[governance]")
{
    const auto t = GENERATE(24.3 + 17.9, 42.3, 1e9, infinite);
    for (const double n : {1.0, 17.5, 400.0, 1e9}) check_same(turn.at(t), commons, n);
}

TEST_CASE("transition: halfway it is the mean of both, less the dip", "[governance]")
{
    const reform even{.from = command, .to = commons, .start = 8, .duration = 4, .dip = 0.25};
    const auto   half = even.at(10);
    for (const double n : {1.0, 17.5, 400.0, 1e9}) {
        CHECK(half.weight == 0.5);
        CHECK_THAT(
            half.productive_share(n),
            WithinRel((command.productive_share(n) + commons.productive_share(n)) / 2, 2 * ulp));
        CHECK_THAT(half.realized_effort(n),
                   WithinRel(0.75 * (command.realized_effort(n) + commons.realized_effort(n)) / 2,
                             4 * ulp));
        CHECK_THAT(half.decision_delay(n),
                   WithinRel((command.decision_delay(n) + commons.decision_delay(n)) / 2, 2 * ulp));
        // The times per decision are averaged: the harmonic mean of capacities.
        const double a = command.decision_capacity(n);
        const double b = commons.decision_capacity(n);
        CHECK_THAT(half.decision_capacity(n), WithinRel(2 * a * b / (a + b), 8 * ulp));
    }
}

TEST_CASE("transition: the weight is the smoothstep function", "[governance]")
{
    const reform plain_turn{.from = command, .to = commons, .start = 8, .duration = 4};
    CHECK(plain_turn.at(8).weight == 0);
    CHECK(plain_turn.at(9).weight == 5.0 / 32); // v = 1/4: 1/16 (3 - 1/2)
    CHECK(plain_turn.at(10).weight == 0.5);
    CHECK(plain_turn.at(11).weight == 27.0 / 32); // v = 3/4: 9/16 (3 - 3/2)
    CHECK(plain_turn.at(12).weight == 1);

    // It starts and ends with slope 0.
    CHECK(plain_turn.at(8 + 1e-6).weight < 1e-12);
    CHECK(1 - plain_turn.at(12 - 1e-6).weight < 1e-12);
}

TEST_CASE("transition: after a quarter the weights are 27/32 and 5/32", "[governance]")
{
    const reform even{.from = command, .to = commons, .start = 8, .duration = 4, .dip = 0.25};
    const auto   early = even.at(9);
    const double n     = 400;
    CHECK_THAT(early.productive_share(n),
               WithinRel((27 * command.productive_share(n) + 5 * commons.productive_share(n)) / 32,
                         4 * ulp));
    CHECK_THAT(
        early.decision_delay(n),
        WithinRel((27 * command.decision_delay(n) + 5 * commons.decision_delay(n)) / 32, 4 * ulp));
    const double kept = 1 - 4 * 0.25 * (5.0 / 32) * (27.0 / 32);
    CHECK_THAT(
        early.realized_effort(n),
        WithinRel(kept * (27 * command.realized_effort(n) + 5 * commons.realized_effort(n)) / 32,
                  4 * ulp));
    CHECK_THAT(1 / early.decision_capacity(n),
               WithinRel((27 / command.decision_capacity(n) + 5 / commons.decision_capacity(n)) / 32,
                         8 * ulp));
}

TEST_CASE("transition: the dip reduces only effort, and only during the change", "[governance]")
{
    const reform smooth{.from = command, .to = commons, .start = 8, .duration = 4};
    const reform rough{.from = command, .to = commons, .start = 8, .duration = 4, .dip = 0.5};
    const double n = 400;
    for (const double t : {8.5, 9.0, 10.0, 11.5}) {
        CHECK(rough.at(t).realized_effort(n) < smooth.at(t).realized_effort(n));
        CHECK(rough.at(t).productive_share(n) == smooth.at(t).productive_share(n));
        CHECK(rough.at(t).decision_capacity(n) == smooth.at(t).decision_capacity(n));
        CHECK(rough.at(t).decision_delay(n) == smooth.at(t).decision_delay(n));
    }
    // It is deepest halfway, where the share `dip` is lost.
    CHECK_THAT(rough.at(10).realized_effort(n) / smooth.at(10).realized_effort(n),
               WithinRel(0.5, 4 * ulp));
}

TEST_CASE("transition: from unlimited to limited capacity, the limit enters by its weight",
          "[governance]")
{
    const transition<frictionless<>, hierarchy<>> tamed{
        .from = {}, .to = command, .start = 8, .duration = 4};
    const double n = 400;
    CHECK(tamed.at(8).decision_capacity(n) == infinite);
    CHECK_THAT(tamed.at(10).decision_capacity(n),
               WithinRel(2 * command.decision_capacity(n), 4 * ulp));
    CHECK(tamed.at(12).decision_capacity(n) == command.decision_capacity(n));
}

TEST_CASE("transition: from limited to unlimited capacity, the limit leaves by its weight",
          "[governance]")
{
    const transition<hierarchy<>, frictionless<>> freed{
        .from = command, .to = {}, .start = 8, .duration = 4};
    const double n = 400;
    CHECK(freed.at(8).decision_capacity(n) == command.decision_capacity(n));
    CHECK_THAT(freed.at(9).decision_capacity(n),
               WithinRel(command.decision_capacity(n) * 32 / 27, 4 * ulp));
    CHECK(freed.at(12).decision_capacity(n) == infinite);
}

TEST_CASE("transition: two unlimited capacities stay unlimited", "[governance]")
{
    const transition<frictionless<>, meritocracy<>> easy{
        .from = {}, .to = {}, .start = 8, .duration = 4};
    for (const double t : {7.0, 9.0, 13.0}) CHECK(easy.at(t).decision_capacity(50) == infinite);
}

TEST_CASE("transition: quality blends, and is 1 by default", "[governance]")
{
    const transition<hasty, frictionless<>> learning{
        .from = {}, .to = {}, .start = 8, .duration = 4};
    CHECK(decision_quality(learning.at(8), 50.0) == 0.5);
    CHECK(decision_quality(learning.at(10), 50.0) == 0.75);
    CHECK(decision_quality(learning.at(12), 50.0) == 1);
    CHECK(decision_quality(turn.at(30), 50.0) == 1);
}

TEST_CASE("transition: from a policy to itself only the dip changes anything", "[governance]")
{
    const transition<hierarchy<>, hierarchy<>> idle{
        .from = command, .to = command, .start = 8, .duration = 4};
    const double n = 400;
    for (const double t : {8.7, 10.0, 11.1}) {
        CHECK_THAT(idle.at(t).productive_share(n), WithinRel(command.productive_share(n), 2 * ulp));
        CHECK_THAT(idle.at(t).realized_effort(n), WithinRel(command.realized_effort(n), 2 * ulp));
        CHECK_THAT(idle.at(t).decision_capacity(n),
                   WithinRel(command.decision_capacity(n), 4 * ulp));
        CHECK_THAT(idle.at(t).decision_delay(n), WithinRel(command.decision_delay(n), 2 * ulp));
    }
}

TEST_CASE("transition: either side may be a transition", "[governance]")
{
    const transition<reform, hierarchy<>> back{
        .from     = {.from = command, .to = commons, .start = 10, .duration = 5},
        .to       = command,
        .start    = 30,
        .duration = 8};
    const double n = 400;
    check_same(back.at(9), command, n);
    check_same(back.at(12.5), back.from.at(12.5), n);
    check_same(back.at(20), commons, n);
    check_same(back.at(38), command, n);
    CHECK_THAT(back.at(34).productive_share(n),
               WithinRel((command.productive_share(n) + commons.productive_share(n)) / 2, 2 * ulp));

    const transition<hierarchy<>, reform> late{
        .from     = command,
        .to       = {.from = command, .to = commons, .start = 50, .duration = 2},
        .start    = 10,
        .duration = 5};
    check_same(late.at(20), command, n);
    check_same(late.at(60), commons, n);
}

TEST_CASE("transition: its answers about a size are those asked one by one", "[governance]")
{
    check_answers_about_size(turn.at(30), 60);
}

TEST_CASE("transition: has the margins of both sides", "[governance]")
{
    using meritocracies = transition<meritocracy<>, meritocracy<>>;
    const meritocracies change{.from     = {.peers = 4, .time_per_peer = 0.1},
                               .to       = {.peers = 9, .time_per_peer = 0.1},
                               .start    = 1,
                               .duration = 2};
    CHECK(change.at(2).margins(7) == std::array{2.0, 1.0, -3.0, 1.0});
    STATIC_REQUIRE(governance_margins<meritocracies, double> == 4);
    STATIC_REQUIRE(governance_margins<transition<frictionless<>, meritocracy<>>, double> == 2);
    STATIC_REQUIRE(governance_margins<frictionless<>, double> == 0);
}

TEST_CASE("transition: its breakpoints are its start, its dip, its end and those of both sides",
          "[governance]")
{
    constexpr double never = infinity<double>();
    CHECK(reform{.from = command, .to = commons, .start = 8, .duration = 4}.breakpoints() ==
          std::array{8.0, never, 12.0});
    CHECK(reform{.from = command, .to = commons, .start = 8, .duration = 4, .dip = 0.1}
              .breakpoints() == std::array{8.0, 10.0, 12.0});

    const transition<reform, reform> twice{
        .from     = {.from = command, .to = commons, .start = 1, .duration = 2},
        .to       = {.from = command, .to = commons, .start = 10, .duration = 20},
        .start    = 5,
        .duration = 1};
    CHECK(twice.breakpoints() == std::array{5.0, never, 6.0, 1.0, never, 3.0, 10.0, never, 30.0});
}

TEST_CASE("transition: is a policy with the limits of the new one", "[governance]")
{
    STATIC_REQUIRE(governance_policy<reform, double>);
    STATIC_REQUIRE(governance_policy<transition<reform, frictionless<>>, double>);
    CHECK(turn.unbounded().effort == commons.unbounded().effort);
    CHECK(turn.unbounded().decisions_per_person == commons.unbounded().decisions_per_person);
    CHECK(turn.unbounded().decision_delay == commons.unbounded().decision_delay);
}

TEST_CASE("transition: describes both sides and itself", "[governance]")
{
    STATIC_REQUIRE(fully_described<reform>);
    CHECK(wrong_in_description(turn).empty());
    CHECK(names_of(turn) == std::vector<std::string>{
                                "from.span_of_control", "from.control_retention", "from.escalation",
                                "from.decisions_per_manager", "from.time_per_level", "to.alignment",
                                "to.autonomy", "to.peers", "to.time_per_peer",
                                "to.decisions_per_person", "to.core_decisions", "to.time_per_hop",
                                "start", "duration", "dip"});
    CHECK(with(turn, {{"to.autonomy", 0.5}, {"start", 1}}).to.autonomy == 0.5);
}

TEST_CASE("transition: refuses zero duration and a dip of 1", "[governance]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(turn, {{name, value}}); });
    };
    CHECK(refused("duration", 0) == "must be greater than 0 and finite");
    CHECK(refused("duration", infinite) == "must be greater than 0 and finite");
    CHECK(refused("start", infinite) == "must be finite");
    CHECK(refused("start", -100) == "nothing was refused");
    CHECK(refused("dip", 1) == "must be 0 or greater and less than 1");
    CHECK(refused("dip", -0.1) == "must be 0 or greater and less than 1");
    CHECK(refused("to.autonomy", 2) == "must be from 0 to 1");
}

TEST_CASE("transition: derivatives in time agree with differences", "[governance]")
{
    const auto by_time = []<class R>(const R& t) -> R {
        const transition<hierarchy<R>, meritocracy<R>> change{
            .from     = {.span_of_control = R(4), .decisions_per_manager = R(12)},
            .to       = {.alignment = R(0.75), .autonomy = R(0.875), .core_decisions = R(40)},
            .start    = R(8),
            .duration = R(4),
            .dip      = R(0.25)};
        const auto now = change.at(t);
        return now.productive_share(R(300)) + now.realized_effort(R(300)) +
               now.decision_capacity(R(300));
    };
    for (const double t : {8.5, 10.0, 11.5})
        CHECK_THAT(slope_of_dual(by_time, t),
                   WithinRel(slope_of_differences(by_time, t), slope_error));
    CHECK(slope_of_dual(by_time, 7) == 0);
    CHECK(slope_of_dual(by_time, 13) == 0);
}

TEST_CASE("transition: layers and wages blend, and are 0 and 1 by default", "[governance]")
{
    const hierarchy<>                            before{.span_of_control = 7};
    const transition<hierarchy<>, meritocracy<>> change{
        .from = before, .to = {}, .start = 0, .duration = 2};
    // The compiler may evaluate a logarithm of constants itself, with different rounding.
    CHECK_THAT(change.at(0).reporting_layers(400), WithinRel(before.reporting_layers(400), 4 * ulp));
    CHECK_THAT(change.at(1).reporting_layers(400),
               WithinRel(before.reporting_layers(400) / 2, 4 * ulp));
    CHECK(change.at(2).reporting_layers(400) == 0);
    CHECK_THAT(change.at(0).wage_multiple(400, 2),
               WithinRel(before.wage_multiple(400, 2), 16 * ulp));
    CHECK(change.at(2).wage_multiple(400, 2) == 1);
}

} // namespace transition_test
