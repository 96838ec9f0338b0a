#include <orgscale/solve/solve.hpp>

#include <array>
#include <cmath>
#include <limits>
#include <random>
#include <string>
#include <vector>

#include <catch.hpp>
#include <changes_at_two.hpp>
#include <doubles.hpp>
#include <one_law.hpp>
#include <one_number.hpp>
#include <oscillator.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/growth/bass.hpp>
#include <orgscale/growth/logistic.hpp>

namespace solve_test {

using namespace orgscale;

namespace {

constexpr logistic<> market{.growth_rate = 0.5, .ceiling = 1000};
const one_law        walked{[](double x) { return market.rate(x); }};

/// x' = 1 until `until`, then nothing real.
one_number breaks_down(double until, double then)
{
    return {[=](double t, double) { return t <= until ? 1.0 : then; }};
}

/// x' = a (cos t - x), stiff where a is large.
one_number relaxation(double speed)
{
    return {[=](double t, double x) { return speed * (std::cos(t) - x); }};
}

/// Quiet, then all at once: x = tanh(5 (t - 6)). A step that reaches into the change must be refused.
double sudden(double t) { return std::tanh(5 * (t - 6)); }

one_number drift(double speed)
{
    return {[=](double, double) { return speed; }};
}

} // namespace

TEST_CASE("solve: the error stays near the tolerance, whatever it is", "[solve]")
{
    const double tolerance = GENERATE(1e-3, 1e-5, 1e-6, 1e-8, 1e-10, 1e-12);
    const auto   run =
        solve(oscillator<>{}, {1, 0}, {.to = 20, .relative = tolerance, .absolute = tolerance});
    REQUIRE(run.complete());
    // Errors of steps add up: over three periods to less than ten tolerances.
    CHECK(std::abs(run(20).p - std::cos(20)) < 10 * tolerance);
    CHECK(std::abs(run(20).q + std::sin(20)) < 10 * tolerance);
}

TEST_CASE("solve: a law in steps follows its closed form", "[solve]")
{
    const auto run = solve(walked, 10, {.to = 30});
    for (const double t : {0.0, 0.3, 7.7, 9.19, 20.0, 30.0})
        CHECK_THAT(run(t), WithinRel(market.after(10, t), 1e-8)); // ten times the tolerance
}

TEST_CASE("solve: bass and logistic are solved exactly", "[solve]")
{
    constexpr bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 5000};
    const auto       run = solve(demand, 0, {.to = 15});
    CHECK(run(6.2) == demand.at(6.2));
    CHECK(solve(market, 10, {.from = 3, .to = 30})(8) == market.after(10, 5));
}

TEST_CASE("solve: every step keeps to the tolerance, also into a sudden change", "[solve]")
{
    const double tolerance = GENERATE(1e-4, 1e-5, 1e-7, 1e-9);
    // A step that begins and ends in the quiet would see nothing, so it may not be as long as that.
    const auto run =
        solve(one_number{[](double t, double) { return 5 * (1 - sudden(t) * sudden(t)); }},
              {sudden(0)}, {.to = 12, .relative = tolerance, .absolute = tolerance, .max_step = 1});
    REQUIRE(run.complete());
    for (std::size_t i = 1; i < run.size(); ++i) {
        const auto&  before = run.begin()[static_cast<long>(i) - 1];
        const auto&  after  = run.begin()[static_cast<long>(i)];
        const double moved  = after.state.x - before.state.x;
        const double exact  = sudden(after.time) - sudden(before.time);
        // The error of the worse of two solutions is controlled; the better one is kept.
        CHECK(std::abs(moved - exact) <= 3 * tolerance);
    }
}

TEST_CASE("solve: lands exactly on the end, and a run of no length is its start", "[solve]")
{
    std::mt19937_64                        generator{3};
    std::uniform_real_distribution<double> uniform{0, 1};
    for (int i = 0; i < 200; ++i) {
        const double from = uniform(generator);
        const double end  = from + std::exp(6 * uniform(generator) - 3);
        const auto   run  = solve(walked, 10, {.from = from, .to = end});
        CHECK(run.complete());
        CHECK(run.to() == end);
        CHECK(run(end) == run.back().state);
    }
    const auto still = solve(oscillator<>{}, {1, 0}, {.from = 4, .to = 4});
    CHECK(still.complete());
    CHECK(still.size() == 1);
    CHECK(still(4).p == 1);
}

TEST_CASE("solve: starts at any time, and the equations see it", "[solve]")
{
    const auto run = solve(relaxation(1), {0}, {.from = 1, .to = 9});
    // x' = cos t - x has the solution (cos t + sin t)/2 + c e^-t.
    const double c = -(std::cos(1.0) + std::sin(1.0)) / 2 * std::exp(1.0);
    CHECK_THAT(run(9).x, WithinRel((std::cos(9.0) + std::sin(9.0)) / 2 + c * std::exp(-9.0), 1e-8));
}

TEST_CASE("solve: what isn't finite ends the run with that reason", "[solve]")
{
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();

    const auto at_once = solve(oscillator<>{}, {nan, 0}, {.to = 1});
    CHECK(at_once.reason() == ending::not_finite);
    CHECK(at_once.size() == 1);

    for (const double then : {nan, infinite, -infinite}) {
        const auto run = solve(breaks_down(2, then), {0}, {.to = 5});
        CHECK(run.reason() == ending::not_finite);
        CHECK_FALSE(run.complete());
        CHECK_THAT(run.to(), WithinRel(2, 1e-9)); // as far as there are numbers
        CHECK_THROWS_AS(run(3), parameter_error);
    }
}

TEST_CASE("solve: a solution that runs off to infinity ends before it", "[solve]")
{
    const auto run = solve(one_law{[](double x) { return x * x; }}, 1, {.to = 2}); // 1/(1 - t)
    CHECK_FALSE(run.complete());
    CHECK_THAT(run.to(), WithinRel(1.0, 1e-6));
}

TEST_CASE("solve: the step limit ends a run that would take too long", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 1e4, .max_steps = 500});
    CHECK(run.reason() == ending::step_limit_reached);
    CHECK(run.size() <= 501);
    CHECK(run.to() < 1e4);
    CHECK(solve(relaxation(1e6), {0}, {.to = 1, .max_steps = 0}).size() == 1);
}

TEST_CASE("solve: a tolerance below the rounding of the number ends with its own reason", "[solve]")
{
    const auto run = solve(oscillator<float>{}, {1, 0},
                           {.from = 1, .to = 20, .relative = 1e-12F, .absolute = 1e-30F});
    CHECK(run.reason() == ending::step_too_small);
}

TEST_CASE("solve: a change that the model announces is a step's end", "[solve]")
{
    const double tolerance = GENERATE(1e-3, 1e-9);
    const auto   run =
        solve(changes_at_two{}, {0}, {.to = 4, .relative = tolerance, .absolute = tolerance});
    bool ends = false;
    for (const auto& step : run) ends = ends || step.time == 2;
    CHECK(ends);
    CHECK_THAT(run(4).x, WithinRel(8, 1e-13));     // two lines, each without error but rounding
    CHECK_THAT(run(1.9).x, WithinRel(1.9, 1e-12)); // and that of the dense solution
    CHECK(run.size() < 20);
}

TEST_CASE("solve: no step is larger than the largest allowed", "[solve]")
{
    const auto run = solve(walked, 10, {.to = 30, .max_step = 0.5});
    for (std::size_t i = 1; i < run.size(); ++i)
        CHECK((run.begin()[static_cast<long>(i)].time -
               run.begin()[static_cast<long>(i) - 1].time) <= 0.5 * (1 + 1e-12));
}

TEST_CASE("solve: at a loose tolerance steps stay below the shortest time of the model", "[solve]")
{
    struct slow_looking : one_number {
        [[nodiscard]] double shortest_time() const { return 0.25; }
    };
    const auto run =
        solve(slow_looking{relaxation(0.01)}, {1}, {.to = 10, .relative = 1e-3, .absolute = 1e-3});
    for (std::size_t i = 1; i < run.size(); ++i)
        CHECK((run.begin()[static_cast<long>(i)].time -
               run.begin()[static_cast<long>(i) - 1].time) <= 0.25 * (1 + 1e-12));
}

TEST_CASE("solve: float and long double reach what they can hold", "[solve]")
{
    const auto coarse = solve(oscillator<float>{}, {1, 0}, {.to = 6});
    REQUIRE(coarse.complete());
    CHECK(std::abs(coarse(6).p - std::cos(6.0F)) < 1e-4F); // fifty steps of its tolerance, 2e-6
    const auto fine =
        solve(oscillator<long double>{}, {1, 0}, {.to = 6, .relative = 1e-16L, .absolute = 1e-16L});
    REQUIRE(fine.complete());
    CHECK(std::abs(fine(6).p - std::cos(6.0L)) < 1e-14L);
}

TEST_CASE("solve: starts late, at rest, or from nothing without trouble", "[solve]")
{
    for (const double from : {1.7e9, 1.7e12}) { // Unix seconds and milliseconds
        const auto run = solve(drift(2), {0}, {.from = from, .to = from + 1000});
        CHECK(run.complete());
        CHECK_THAT(run.back().state.x, WithinRel(2000, 1e-6)); // the time itself is known to 2e-4
    }
    CHECK(solve(drift(0), {5}, {.from = 2008, .to = 2024}).complete());
    CHECK(solve(drift(1), {0}, {.from = 1, .to = 10, .absolute = 1e-300}).complete());
    CHECK(solve(drift(1e300), {0}, {.to = 10}).complete());
}

TEST_CASE("solve: a state that is not finite never counts as reached", "[solve]")
{
    CHECK_FALSE(solve(drift(1e308), {1e305}, {.to = 4, .absolute = 1e290}).complete());
    CHECK_FALSE(solve(market, std::nan(""), {.to = 4}).complete());
    CHECK_FALSE(solve(oscillator<>{}, {std::nan(""), 0}, {.to = 0}).complete());
}

TEST_CASE("solve: a derivative may be of a type that converts to the state", "[solve]")
{
    struct other_order {
        using real_type = double;
        struct state_type {
            double people, customers;
        };
        struct rates {
            double customers, people;
            operator state_type() const { return {people, customers}; }
        };
        [[nodiscard]] rates derivative(double, const state_type&) const { return {100, 1}; }
    };
    CHECK_THAT(solve(other_order{}, {0, 0}, {.to = 2})(2).customers, WithinRel(200, 1e-13));
}

TEST_CASE("solve: an organisation can't start with fewer than nobody", "[solve]")
{
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    const auto              later = when([](double, const auto& x) { return x.customers - 60; });
    const unsigned          line  = __LINE__;
    const auto plain = refusal([&] { return solve(firm, {.customers = -20}, {.to = 10}); });
    const auto watched = refusal([&] { return solve(firm, {.customers = -20}, {.to = 10}, later); });
    REQUIRE(plain);
    CHECK(std::string{plain->rule()} == "must be 0 or greater, and finite");
    CHECK(std::string{plain->parameter()} == "start.customers");
    CHECK(plain->where().line() == line + 1);
    REQUIRE(watched);
    CHECK(watched->where().line() == line + 2);
    CHECK(refusal([&] {
        return solve(firm, {.customers = std::numeric_limits<double>::quiet_NaN()}, {.to = 10});
    }));
    // A law's number may start below zero.
    CHECK(solve(market, -1, {.to = 1}).complete());
}

} // namespace solve_test
