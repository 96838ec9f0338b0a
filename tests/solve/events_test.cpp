#include <orgscale/solve/events.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <vector>

#include <catch.hpp>
#include <changes_at_two.hpp>
#include <doubles.hpp>
#include <one_number.hpp>
#include <oscillator.hpp>

#include <orgscale/solve/solve.hpp>

namespace events_test {

using namespace orgscale;

namespace {

using std::numbers::pi;

/// x' = speed: a line, on which every event's time is known without error.
one_number line(double speed = 1)
{
    return {[=](double, double) { return speed; }};
}

/// What is watched on a line, of one type.
using zero_of = std::function<double(double, const one_number::state_type&)>;

zero_of x_is(double value)
{
    return [=](double, const auto& s) { return s.x - value; };
}

/// x' = before until t = 2, then x' = 2 (t - 2) - 1, so that x = x(2) + (t - 2) (t - 3).
struct dips_after_two {
    using real_type = double;
    struct state_type {
        double x;
    };
    double                   before;
    [[nodiscard]] state_type derivative(double t, const state_type&) const
    {
        return {t < 2 ? before : 2 * (t - 2) - 1};
    }
    [[nodiscard]] std::array<double, 1> breakpoints() const { return {2.0}; }
};

/// A ball thrown up: height and speed.
struct ball {
    using real_type = double;
    struct state_type {
        double height, speed;
    };
    [[nodiscard]] state_type derivative(double, const state_type& x) const
    {
        return {x.speed, -10};
    }
};

/// It returns with a share of its speed.
auto bounces(double keeps)
{
    return when(
        [](double, const ball::state_type& x) { return x.height; },
        [=](double, const ball::state_type& x) { return ball::state_type{0, -x.speed * keeps}; },
        {.only = direction::falling});
}

/// x' = 1, and how often something happened.
struct counter {
    using real_type = double;
    struct state_type {
        double x, count;
    };
    [[nodiscard]] state_type derivative(double, const state_type&) const { return {1, 0}; }
};

auto counts_at(double value)
{
    return when(
        [=](double, const counter::state_type& s) { return s.x - value; },
        [](double, const counter::state_type& s) { return counter::state_type{s.x, s.count + 1}; });
}

constexpr auto p_is = [](double value) {
    return [value](double, const auto& x) { return x.p - value; };
};

} // namespace

TEST_CASE("events: are located to rounding, every one of them", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0},
                           {.to = 100, .relative = 1e-12, .absolute = 1e-12}, when(p_is(0)));
    REQUIRE(run.events().size() == 32); // (k + 1/2) pi below 100
    for (std::size_t k = 0; k < 32; ++k) {
        // The location adds nothing to the error of the solution, some 1e-12 per unit of time.
        CHECK_THAT(run.events()[k].time, WithinAbs((static_cast<double>(k) + 0.5) * pi, 1e-10));
        // The rounding of the dense solution, whose weights reach a thousand.
        CHECK(std::abs(run.events()[k].before.p) < 1e-13);
        CHECK(run.events()[k].kind == (k % 2 == 0 ? crossing::falling : crossing::rising));
    }
}

TEST_CASE("events: a direction excludes the other", "[solve]")
{
    const auto       run = solve(oscillator<>{}, {1, 0}, {.to = 20},
                                 when(p_is(0), {.only = direction::rising}),
                                 when(p_is(0), {.only = direction::falling}), when(p_is(0)));
    std::vector<int> seen(3);
    for (const auto& one : run.events()) ++seen[one.event];
    CHECK(seen == std::vector{3, 3, 6});
}

TEST_CASE("events: on a line they are exact, also at the start and at the end", "[solve]")
{
    const auto run = solve(line(), {3}, {.to = 5}, when(x_is(3)), when(x_is(8)), when(x_is(5.5)));
    REQUIRE(run.events().size() == 3);
    CHECK(run.events()[0].event == 0);
    CHECK(run.events()[0].time == 0);
    CHECK(run.events()[0].kind == crossing::rising);
    // The rounding of the dense solution, whose weights reach a thousand.
    CHECK_THAT(run.events()[1].time, WithinRel(2.5, 1e-12));
    CHECK(run.events()[2].event == 1);
    CHECK(run.events()[2].time == 5);
}

TEST_CASE("events: at the start a direction is that in which it leaves", "[solve]")
{
    const auto rises = when(x_is(3), {.only = direction::rising});
    CHECK(solve(line(1), {3}, {.to = 5}, rises).events().size() == 1);
    CHECK(solve(line(-1), {3}, {.to = 5}, rises).events().empty());
}

TEST_CASE("events: a condition that is zero throughout is reported once", "[solve]")
{
    const auto run = solve(line(0), {3}, {.to = 5}, when(x_is(3)));
    REQUIRE(run.events().size() == 1);
    CHECK(run.events()[0].kind == crossing::touching);
}

TEST_CASE("events: a graze is reported as touching", "[solve]")
{
    const auto run = solve(oscillator<>{}, {0, 1}, {.to = 20}, when(p_is(1))); // p = sin t
    REQUIRE(run.events().size() == 3);
    for (std::size_t k = 0; k < 3; ++k) {
        CHECK(run.events()[k].kind == crossing::touching);
        // A maximum is flat: its place is known to the root of the solution's error.
        CHECK_THAT(run.events()[k].time, WithinAbs((2.0 * static_cast<double>(k) + 0.5) * pi, 1e-3));
    }
    CHECK(solve(oscillator<>{}, {0, 1}, {.to = 20}, when(p_is(1 + 1e-6))).events().empty());
}

TEST_CASE("events: a graze belongs to the side from which it comes", "[solve]")
{
    const auto from_below = when(p_is(1), {.only = direction::rising});
    const auto from_above = when(p_is(1), {.only = direction::falling});
    CHECK(solve(oscillator<>{}, {0, 1}, {.to = 6}, from_below).events().size() == 1);
    CHECK(solve(oscillator<>{}, {0, 1}, {.to = 6}, from_above).events().empty());
}

TEST_CASE("events: two crossings within one step are both found", "[solve]")
{
    const double just_below = GENERATE(1 - 1e-2, 1 - 1e-4, 1 - 1e-6);
    const auto   run        = solve(oscillator<>{}, {0, 1}, {.to = 3}, when(p_is(just_below)));
    REQUIRE(run.events().size() == 2);
    CHECK(run.events()[0].kind == crossing::rising);
    CHECK(run.events()[1].kind == crossing::falling);
    // sin t = y at asin y; near the top the error of the solution is magnified by 1/cos t.
    const double t = std::asin(just_below);
    CHECK_THAT(run.events()[0].time, WithinAbs(t, 1e-8 / std::cos(t)));
    CHECK_THAT(run.events()[1].time, WithinAbs(pi - t, 1e-8 / std::cos(t)));
}

TEST_CASE("events: simultaneous ones all happen, in the order in which they were given", "[solve]")
{
    const auto to_zero = [](double, const one_number::state_type&) {
        return one_number::state_type{0};
    };
    const auto plus_ten = [](double, const one_number::state_type& x) {
        return one_number::state_type{x.x + 10};
    };
    const auto run = solve(line(), {0}, {.to = 3}, when(x_is(2), plus_ten), when(x_is(2), to_zero),
                           when([](double t, const auto&) { return t - 2; }));
    REQUIRE(run.events().size() == 3);
    CHECK(run.events()[0].after.x == run.events()[0].before.x + 10);
    CHECK(run.events()[1].before.x == run.events()[0].after.x);
    CHECK(run.events()[1].after.x == 0);
    CHECK_THAT(run(3).x, WithinRel(1, 1e-12)); // to_zero came last
}

TEST_CASE("events: one with stop ends the run and reports it", "[solve]")
{
    const auto run = solve(line(), {0}, {.to = 10}, when(x_is(4), {.stop = true}), when(x_is(5)));
    CHECK_FALSE(run.complete());
    CHECK(run.reason() == ending::stopped_by_event);
    CHECK_THAT(run.to(), WithinRel(4, 1e-12));
    CHECK(run.events().size() == 1);
    CHECK_THAT(run(3.7).x, WithinRel(3.7, 1e-12)); // the shortened step is still whole
}

TEST_CASE("events: one that is met at the start can stop there", "[solve]")
{
    const auto run = solve(line(), {4}, {.to = 10}, when(x_is(4), {.stop = true}));
    CHECK(run.reason() == ending::stopped_by_event);
    CHECK(run.size() == 1);
    CHECK(run.to() == 0);
}

TEST_CASE("events: an effect changes the state, and both sides of it are kept", "[solve]")
{
    // A ball that keeps half of its speed: bounces at 2, 4, 5, 5.5, ... from a throw of 10.
    const auto run = solve(ball{}, {0, 10}, {.from = 0, .to = 3.9}, bounces(0.5));
    REQUIRE(run.events().size() == 5);
    CHECK_THAT(run.events()[0].time, WithinRel(2, 1e-12));
    CHECK_THAT(run.events()[1].time, WithinRel(3, 1e-12));
    CHECK_THAT(run.events()[0].before.speed, WithinRel(-10, 1e-12));
    CHECK_THAT(run.events()[0].after.speed, WithinRel(5, 1e-12));

    const double t = run.events()[0].time;
    CHECK(run(t).speed == run.events()[0].after.speed); // the state after, at the time itself
    CHECK_THAT(run(std::nextafter(t, 0.0)).speed, WithinRel(-10, 1e-9));
    CHECK_THAT(run(2.5).height, WithinRel(5 * 0.5 - 5 * 0.25, 1e-10));
}

TEST_CASE("events: an effect that leaves the condition at zero does not fire it again", "[solve]")
{
    for (int i = 1; i < 100; ++i) { // whatever rounding leaves of the zero
        const auto run = solve(counter{}, {0, 0}, {.to = 10}, counts_at(0.0837 * i));
        CHECK(run.events().size() == 1);
        CHECK(run(10).count == 1);
    }
}

TEST_CASE("events: the dense solution holds up to an event that changes the state", "[solve]")
{
    const auto mirrored = [](double, const auto& x) { return oscillator<>::state_type{x.p, -x.q}; };
    const auto run      = solve(oscillator<>{}, {1, 0}, {.to = 3}, when(p_is(0.5), mirrored));
    REQUIRE(run.events().size() == 1);
    for (double t = 0; t < pi / 3; t += 0.01) CHECK_THAT(run(t).p, WithinAbs(std::cos(t), 1e-8));
    CHECK_THAT(run(2 * pi / 3 - 0.2).p, WithinAbs(std::cos(0.2), 1e-8)); // back the way it came
}

TEST_CASE("events: repeated events are found however close", "[solve]")
{
    // A ball whose bounces come together at t = 4: 2, 3, 3.5, ... Eighteen flights later it rises by a
    // millionth of a millionth of what it would fall in a step; soon rounding ends it.
    const auto run = solve(ball{}, {0, 10}, {.to = 10, .max_steps = 5000}, bounces(0.5));
    REQUIRE(run.events().size() >= 18);
    for (std::size_t k = 0; k < 18; ++k)
        CHECK_THAT(run.events()[k].time,
                   WithinAbs(4 - std::pow(0.5, static_cast<double>(k) - 1), 1e-8));
}

TEST_CASE("events: a condition may depend on time alone, and there may be many", "[solve]")
{
    const auto at = [](double time) {
        return when([time](double t, const auto&) { return t - time; });
    };
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 10}, at(9), at(1), at(5), at(1), at(20));
    REQUIRE(run.events().size() == 4);
    CHECK_THAT(run.events()[0].time, WithinRel(1, 1e-15)); // of time alone: no dense solution in it
    CHECK(run.events()[0].event == 1);
    CHECK(run.events()[1].event == 3);
    CHECK_THAT(run.events()[3].time, WithinRel(9, 1e-15));
}

TEST_CASE("events: watching does not change the run", "[solve]")
{
    const auto plain_run = solve(oscillator<>{}, {1, 0}, {.to = 20});
    const auto watched   = solve(oscillator<>{}, {1, 0}, {.to = 20}, when(p_is(0)));
    REQUIRE(plain_run.size() == watched.size());
    for (double t = 0; t <= 20; t += 0.7) CHECK(plain_run(t).p == watched(t).p);
}

TEST_CASE("events: an effect fires once, also where the state is large beside what it moves",
          "[solve]")
{
    const double far_away = GENERATE(1e6, 1e9);
    for (int i = 1; i < 100; ++i) {
        const auto run = solve(counter{}, {far_away, 0}, {.to = 10, .max_steps = 2000},
                               counts_at(far_away + 0.0837 * i));
        CHECK(run.complete());
        CHECK(run.events().size() == 1);
    }
}

TEST_CASE("events: NaN is no event", "[solve]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    const auto later =
        solve(line(), {0}, {.to = 10},
              when(zero_of{[](double, const auto& x) { return std::sqrt(x.x - 5) - 1; }},
                   {.stop = true})); // NaN before x = 5, zero at x = 6
    CHECK((later.events().empty() || std::abs(later.events()[0].time - 6) < 1e-9));

    const auto never =
        solve(line(), {0}, {.to = 10},
              when(zero_of{[=](double t, const auto&) { return t < 3 ? 1.0 : nan; }}));
    CHECK(never.complete());
    CHECK(never.events().empty());

    const auto jump =
        solve(line(), {0}, {.to = 10},
              when(zero_of{[=](double t, const auto&) { return t < 3.3 ? -infinite : infinite; }}));
    REQUIRE(jump.events().size() == 1);
    CHECK_THAT(jump.events()[0].time, WithinRel(3.3, 1e-12));
}

TEST_CASE("events: end at any length of run", "[solve]")
{
    const double end = GENERATE(1e-313, 1e-300, 1e-20, 1e15);
    const auto   run = solve(line(), {0}, {.to = end}, when(x_is(end / 3)));
    CHECK(run.complete());
    CHECK(run.events().size() <= 1);
}

TEST_CASE("events: one that does not leave its zero has no direction", "[solve]")
{
    CHECK(
        solve(line(0), {3}, {.to = 5}, when(x_is(3), {.only = direction::rising})).events().empty());
}

namespace {

/// x' = rate (level - x), which only approaches its level.
one_number approach(double rate, double level)
{
    return {[=](double, double x) { return rate * (level - x); }};
}

} // namespace

TEST_CASE("events: a level that is only approached is never reached", "[solve]")
{
    for (const double level : {1000.0, 3.0, -0.4}) {
        CHECK(solve(approach(.1, level), {0}, {.to = 2000}, when(x_is(level))).events().empty());
        CHECK(
            solve(approach(7, level), {level * 2}, {.to = 50}, when(x_is(level))).events().empty());
    }
    // Control: just below the level it is reached, once.
    const auto run = solve(approach(.1, 1000), {0}, {.to = 2000}, when(x_is(999)));
    REQUIRE(run.events().size() == 1);
    CHECK(run.events()[0].kind == crossing::rising);
    CHECK_THAT(run.events()[0].time, WithinRel(10 * std::log(1000.0), 1e-7));
}

TEST_CASE("events: slow crossings are found, also those slower than a step can show", "[solve]")
{
    const double speed = GENERATE(1e-3, 1e-7, 1e-10);
    const auto   run =
        solve(line(speed), {0}, {.to = 4 / speed, .max_step = 0.1 / speed}, when(x_is(2)));
    REQUIRE(run.events().size() == 1);
    CHECK_THAT(run.events()[0].time, WithinRel(2 / speed, 1e-8));
}

TEST_CASE("events: a condition that rests at zero happens where it gets there or leaves", "[solve]")
{
    const zero_of below = [](double, const auto& x) { return std::min(0.0, x.x - 2); };
    const zero_of above = [](double, const auto& x) { return std::max(0.0, x.x - 2); };

    const auto gets_there = solve(line(.001), {0}, {.to = 4000}, when(below));
    REQUIRE(gets_there.events().size() == 1);
    CHECK_THAT(gets_there.events()[0].time, WithinRel(2000, 1e-9));

    const auto leaves = solve(line(), {0}, {.to = 4}, when(above, {.only = direction::rising}));
    REQUIRE(leaves.events().size() == 1);
    CHECK_THAT(leaves.events()[0].time, WithinRel(2, 1e-9));
    CHECK(solve(line(), {0}, {.to = 4}, when(above, {.only = direction::falling})).events().empty());
}

TEST_CASE("events: one that leaves zero at a breakpoint and comes back within a step happens twice",
          "[solve]")
{
    for (const double before : {-0.5, 0.0}) { // it falls to zero, or rests there
        CAPTURE(before);
        const auto only = [&](direction way) {
            return solve(dips_after_two{before}, {-2 * before}, {.to = 4},
                         when([](double, const auto& s) { return s.x; }, {.only = way}));
        };
        const auto falls = only(direction::falling), rises = only(direction::rising);
        REQUIRE(falls.events().size() == 1);
        CHECK_THAT(falls.events()[0].time, WithinAbs(2, 1e-8));
        REQUIRE(rises.events().size() == 1);
        CHECK_THAT(rises.events()[0].time, WithinAbs(3, 1e-8));
    }
}

TEST_CASE("events: one that rests at zero up to a breakpoint happens where it leaves", "[solve]")
{
    const changes_at_two rests{.before = 0};
    const auto run = solve(rests, {0}, {.to = 4}, when([](double, const auto& s) { return s.x; }));
    REQUIRE(run.events().size() == 2);
    CHECK(run.events()[0].time == 0);
    CHECK(run.events()[1].time == 2);
    CHECK(run.events()[1].kind == crossing::rising);
}

TEST_CASE("events: a condition may be true or false", "[solve]")
{
    const auto reached = when([](double, const auto& x) { return x.x >= 2; }, {.stop = true});
    const auto run     = solve(line(), {0}, {.to = 5}, reached);
    CHECK(run.reason() == ending::stopped_by_event);
    CHECK_THAT(run.to(), WithinRel(2, 1e-12));
    CHECK(run.events().at(0).kind == crossing::rising);
    CHECK(solve(line(), {0}, {.to = 1}, reached).complete());
}

TEST_CASE("events: a zero beside times without a number is found", "[solve]")
{
    const auto before =
        solve(line(-1), {1}, {.to = 3},
              when(zero_of{[](double, const auto& x) { return std::log(x.x) + 2; }}));
    REQUIRE(before.events().size() == 1);
    CHECK_THAT(before.events()[0].time, WithinRel(1 - std::exp(-2.0), 1e-9));

    const auto after =
        solve(line(), {0}, {.to = 10},
              when(zero_of{[](double, const auto& x) { return std::sqrt(x.x - 5) - 1; }}));
    REQUIRE(after.events().size() == 1);
    CHECK_THAT(after.events()[0].time, WithinRel(6, 1e-9));
}

namespace {

/// Whether a condition's events on x' = speed are at these times. Of one type, so that it compiles once.
void happens_at(const std::vector<double>& right, const one_number& model, double start, double end,
                const std::function<double(double)>& condition)
{
    const auto run = solve(model, {start}, {.to = end},
                           when(zero_of{[&](double, const auto& x) { return condition(x.x); }}));
    REQUIRE(run.events().size() == right.size());
    for (std::size_t i = 0; i < right.size(); ++i)
        CHECK_THAT(run.events()[i].time, WithinRel(right[i], 1e-8));
}

} // namespace

TEST_CASE("events: a zero after times without a number is found, however close", "[solve]")
{
    happens_at({2000}, line(.001), 0, 4000,
               [](double x) { return std::log(x / 2 - .999) - std::log(.001); });
    for (int i = 1; i < 40; ++i) {
        const double gap = std::pow(0.7, i), edge = 3 - 0.07 * i;
        happens_at({edge + gap}, line(), 0, 5,
                   [=](double x) { return std::log(x - edge) - std::log(gap); });
        happens_at({edge - gap}, line(), 0, 5,
                   [=](double x) { return std::log(edge - x) - std::log(gap); });
    }
    happens_at({4.2, 5.8}, line(), 0, 20, // a number from 4 to 6 alone
               [](double x) { return std::sqrt(1 - (x - 5) * (x - 5)) - 0.6; });
    happens_at({5 + std::cos(1.0)}, line(), 0, 20, [](double x) { return std::acos(x - 5) - 1; });
    const auto stops = solve(
        line(), {0}, {.to = 9},
        when(zero_of{[](double, const auto& x) { return std::log(x.x - 3); }}, {.stop = true}));
    CHECK_THAT(stops.to(), WithinRel(4, 1e-9));
}

TEST_CASE("events: a zero at the edge of where a condition is a number is a touch", "[solve]")
{
    happens_at({5}, line(), 0, 10, [](double x) { return std::sqrt(x - 5); });
    happens_at({5}, line(), 0, 10, [](double x) { return std::sqrt(5 - x); });
    happens_at({4.1}, line(), 0, 10, [](double x) { return -std::pow(4.1 - x, 0.25); });
    // Controls: the edge is not at zero.
    happens_at({}, line(), 0, 10, [](double x) { return std::sqrt(5 - x) + 1e-3; });
    happens_at({}, line(), 0, 10, [](double x) { return std::sqrt(x - 5) + 1e-3; });
    happens_at({6}, line(), 0, 10, [](double x) { return std::log(x - 5); });
}

TEST_CASE("events: to the other side by way of NaN is no event", "[solve]")
{
    constexpr double nan   = std::numeric_limits<double>::quiet_NaN();
    const double     first = GENERATE(2.0, 4.1), last = GENERATE(4.11, 6.0);
    for (const double sign : {1.0, -1.0}) {
        const auto gap = [=](double x) { return x < first ? sign : x > last ? -sign : nan; };
        happens_at({}, line(), 0, 9, gap);
        // A zero after it counts, whatever the sign was before.
        happens_at({8}, line(), 0, 9, [=](double x) { return gap(x) * std::abs(8 - x) / (8 - x); });
        happens_at({8}, line(), 0, 9, [=](double x) { return x > last ? x - 8 : gap(x); });
        happens_at({8}, line(), 0, 9, [=](double x) { return x > last ? 8 - x : gap(x); });
    }
}

TEST_CASE("events: a touch of any power is found, wherever it is in a step", "[solve]")
{
    happens_at({0.7}, line(), 0, 5, [](double x) { return std::sqrt(std::abs(x - 0.7)); });
    for (const double power : {0.25, 0.4, 0.5, 0.8, 1.0, 1.5, 2.5, 4.0, 6.0})
        for (int i = 1; i < 40; ++i) {
            const double at = 0.1 * i, side = i % 2 == 0 ? 1 : -1;
            happens_at({at}, line(), 0, 5,
                       [=](double x) { return side * std::pow(std::abs(x - at), power); });
            // Control: not quite.
            happens_at({}, line(), 0, 5,
                       [=](double x) { return side * (std::pow(std::abs(x - at), power) + 0.02); });
        }
    // Beside the end of a step.
    const auto run = solve(line(), {0}, {.to = 5});
    REQUIRE(run.size() > 8);
    const double node = run.begin()[static_cast<std::ptrdiff_t>(run.size()) - 3].time;
    for (const double off : {-2e-5, 2e-5, -1e-4, 1e-4})
        happens_at({node + off}, line(), 0, 5,
                   [=](double x) { return std::sqrt(std::abs(x - node - off)); });
}

TEST_CASE("events: touches at a corner, or flatter than a parabola, are found", "[solve]")
{
    const auto one_at_2 = [](const zero_of& condition) {
        const auto run = solve(line(), {0}, {.to = 5}, when(condition));
        REQUIRE(run.events().size() == 1);
        CHECK(run.events()[0].kind == crossing::touching);
        CHECK_THAT(run.events()[0].time, WithinAbs(2, 1e-8));
    };
    one_at_2([](double, const auto& x) { return std::abs(x.x - 2); });
    one_at_2([](double, const auto& x) { return -std::abs(x.x - 2); });
    one_at_2([](double, const auto& x) { return std::pow(x.x - 2, 4); });
    // Control: one that stays above.
    CHECK(solve(line(), {0}, {.to = 5},
                when(zero_of{[](double, const auto& x) { return std::abs(x.x - 2) + 1e-6; }}))
              .events()
              .empty());
}

TEST_CASE("events: bounces that come ever faster end the run, and never fall through", "[solve]")
{
    const double keeps = GENERATE(0.5, 0.2);
    const auto   run   = solve(ball{}, {0, 10}, {.to = 10}, bounces(keeps));
    CHECK(run.reason() == ending::events_accumulate);
    CHECK_THAT(run.to(), WithinRel(2 / (1 - keeps), 1e-8)); // flights of 2, 2 keeps, 2 keeps^2, ...
    for (const auto& step : run) CHECK(step.state.height >= -1e-9);
}

TEST_CASE("events: a run without duration has those that are met at its start", "[solve]")
{
    const auto met = solve(line(), {2}, {.from = 3, .to = 3}, when(x_is(2), {.stop = true}));
    REQUIRE(met.events().size() == 1);
    CHECK(met.events()[0].time == 3);
    CHECK(met.events()[0].kind == crossing::rising);
    CHECK(met.reason() == ending::stopped_by_event);
    CHECK(
        solve(line(-1), {2}, {.to = 0}, when(x_is(2), {.only = direction::rising})).events().empty());
    CHECK(solve(line(), {1}, {.to = 0}, when(x_is(2))).events().empty());
}

TEST_CASE("events: a run without duration applies effects, in the direction in which rates lead",
          "[solve]")
{
    const auto plus_five = [](double, const one_number::state_type& x) {
        return one_number::state_type{x.x + 5};
    };
    const auto run = solve(line(), {2}, {.to = 0}, when(x_is(2), plus_five));
    CHECK(run.complete());
    REQUIRE(run.events().size() == 1);
    CHECK(run.events()[0].before.x == 2);
    CHECK(run.events()[0].after.x == 7);
    CHECK(run.back().state.x == 7);
    CHECK(run(0).x == 7);

    const auto falls = when(x_is(2), {.only = direction::falling});
    CHECK(solve(line(), {2}, {.to = 0}, falls).events().empty());
    const auto down = solve(line(-1), {2}, {.to = 0}, falls);
    REQUIRE(down.events().size() == 1);
    CHECK(down.events()[0].kind == crossing::falling);
    CHECK(down.reason() == ending::reached_end);
    const auto rests = solve(line(0), {2}, {.to = 0}, when(x_is(2)));
    REQUIRE(rests.events().size() == 1);
    CHECK(rests.events()[0].kind == crossing::touching);

    // However fast: at 3 it has turned back.
    const auto fast =
        solve(line(1e9), {2}, {.to = 0},
              when(zero_of{[](double, const auto& x) { return (x.x - 2) * (3 - x.x); }}));
    REQUIRE(fast.events().size() == 1);
    CHECK(fast.events()[0].kind == crossing::rising);
}

} // namespace events_test
