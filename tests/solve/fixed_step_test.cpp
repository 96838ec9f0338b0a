#include <orgscale/solve/fixed_step.hpp>

#include <cmath>

#include <catch.hpp>
#include <doubles.hpp>
#include <oscillator.hpp>

#include <orgscale/growth/logistic.hpp>

namespace fixed_step_test {

using namespace orgscale;

namespace {

/// The error at 2 of the oscillator, whose solution is a cosine.
double error_of(fixed_method method, double width)
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.to = 2, .step = width, .method = method});
    return std::abs(run.back().state.p - std::cos(2.0));
}

} // namespace

TEST_CASE("fixed step: halving it divides the error by 2, or by 2 to the 4th", "[solve]")
{
    // The next term of the error changes the quotient by some hundredths at these steps.
    CHECK_THAT(error_of(fixed_method::euler, 1e-3) / error_of(fixed_method::euler, 5e-4),
               WithinRel(2, 0.02));
    CHECK_THAT(error_of(fixed_method::runge_kutta_4, 0.02) /
                   error_of(fixed_method::runge_kutta_4, 0.01),
               WithinRel(16, 0.05));
}

TEST_CASE("fixed step: the first steps by hand", "[solve]")
{
    const logistic<> law{.growth_rate = 1, .ceiling = 2}; // x' = x (1 - x/2)
    const auto       euler = solve(law, 1.0, {.to = 2, .step = 1, .method = fixed_method::euler});
    REQUIRE(euler.size() == 3);
    CHECK(euler[1].state == 1.5);
    CHECK(euler[2].state == 1.875);
    // k1 = 1/2, k2 = 15/32, k3 = 0.4862365722..., k4 = 0.3817920...
    const double k2 = 1.25 * 0.375, x3 = 1 + k2 / 2, k3 = x3 * (1 - x3 / 2), x4 = 1 + k3,
                 k4    = x4 * (1 - x4 / 2);
    const auto classic = solve(law, 1.0, {.to = 1, .step = 1});
    CHECK_THAT(classic.back().state, WithinRel(1 + (0.5 + 2 * k2 + 2 * k3 + k4) / 6, 4 * ulp));
}

TEST_CASE("fixed step: the times are multiples of it, and the last is the end", "[solve]")
{
    const auto run = solve(oscillator<>{}, {1, 0}, {.from = 1, .to = 2.05, .step = 0.1});
    REQUIRE(run.size() == 12);
    CHECK(run[10].time == 1 + 0.1 * 10);
    CHECK(run.back().time == 2.05);
    CHECK(solve(oscillator<>{}, {1, 0}, {.to = 0.3, .step = 0.1}).size() == 4);
    CHECK(solve(oscillator<>{}, {1, 0}, {.to = 0, .step = 0.1}).size() == 1);
    CHECK_THROWS_AS((fixed_step_options<>{.to = 1, .step = 0}), parameter_error);
    CHECK_THROWS_AS((fixed_step_options<>{.to = 1, .step = 1e-9}), parameter_error);
    CHECK_THROWS_AS((fixed_step_options<>{.from = 2, .to = 1, .step = 1}), parameter_error);
}

TEST_CASE("fixed step: without one, the error is controlled as ever", "[solve]")
{
    CHECK_THAT(solve(oscillator<>{}, {1, 0}, {.to = 2}).back().state.p,
               WithinAbs(std::cos(2.0), 1e-8));
}

} // namespace fixed_step_test
