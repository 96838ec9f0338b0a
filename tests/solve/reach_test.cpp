#include <orgscale/solve/reach.hpp>

#include <cmath>
#include <limits>

#include <catch.hpp>
#include <changes_at_two.hpp>
#include <one_law.hpp>
#include <oscillator.hpp>
#include <referral_firm.hpp>
#include <refusal.hpp>

#include <orgscale/growth/bass.hpp>

namespace reach_test {

using namespace orgscale;

TEST_CASE("reach: arrives where solve does", "[solve]")
{
    const double tolerance = GENERATE(1e-3, 1e-6, 1e-9);
    const auto   there =
        reach(oscillator<>{}, {1, 0}, {.to = 20, .relative = tolerance, .absolute = tolerance});
    CHECK(there.complete());
    CHECK(there.time == 20);
    CHECK(std::abs(there.state.p - std::cos(20)) < 10 * tolerance);
    CHECK(std::abs(there.state.q + std::sin(20)) < 10 * tolerance);
}

TEST_CASE("reach: at tight tolerances takes the very steps of solve", "[solve]")
{
    const auto there = reach(oscillator<>{}, {1, 0}, {.to = 20});
    const auto run   = solve(oscillator<>{}, {1, 0}, {.to = 20});
    CHECK(there.state.p == run(20).p);
}

TEST_CASE("reach: steps end at a breakpoint of the model", "[solve]")
{
    const double tolerance = GENERATE(1e-2, 1e-9);
    const auto   there =
        reach(changes_at_two{}, {0}, {.to = 4, .relative = tolerance, .absolute = tolerance});
    CHECK_THAT(there.state.x, WithinRel(8, 1e-13)); // two lines, each without error but rounding
}

TEST_CASE("reach: a law with a closed form is exact", "[solve]")
{
    constexpr bass<> demand{.innovation = 0.03, .imitation = 0.38, .potential = 5000};
    CHECK(reach(demand, 0, {.from = 2, .to = 9}).state == demand.at(7));
}

TEST_CASE("reach: reports where and why it ended early", "[solve]")
{
    const auto there = reach(one_law{[](double x) { return x * x; }}, 1, {.to = 2});
    CHECK_FALSE(there.complete());
    CHECK(there.reason != ending::reached_end);
    CHECK_THAT(there.time, WithinRel(1.0, 1e-6));
    CHECK(reach(oscillator<>{}, {1, 0}, {.to = 20, .max_steps = 3}).reason ==
          ending::step_limit_reached);
}

TEST_CASE("reach: refuses a start with negative customers, at the caller's place", "[solve]")
{
    constexpr referral_firm firm{.rate = 0.1, .desk = 50};
    const unsigned          line  = __LINE__;
    const auto              error = refusal([&] { return reach(firm, {-20}, {.to = 10}); });
    REQUIRE(error);
    CHECK(error->where().line() == line + 1);
}

} // namespace reach_test
