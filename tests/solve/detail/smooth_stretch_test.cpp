#include <orgscale/solve/detail/smooth_stretch.hpp>

#include <array>
#include <cmath>
#include <cstddef>

#include <catch.hpp>

namespace smooth_stretch_test {

using namespace orgscale::detail;

namespace {

constexpr double tolerance = 1e-9;

/// Adds states at times t_0, t_1, ..., each `growth` times as far from the last as that was; whether the last of
/// `count` says that they are smooth, which no other may.
template <class State>
bool smooth(smooth_stretch<1>& stretch, const State& state, std::size_t count, double growth = 1)
{
    double time = 1, step = 0.25;
    for (std::size_t n = 1; n < count; ++n, time += step, step *= growth)
        CHECK_FALSE(stretch.adds(time, std::array{state(time)}, {0, tolerance}));
    return stretch.adds(time, std::array{state(time)}, {0, tolerance});
}

template <class State>
bool smooth(const State& state, std::size_t count, double growth = 1)
{
    smooth_stretch<1> stretch;
    return smooth(stretch, state, count, growth);
}

} // namespace

TEST_CASE("smooth stretch: nine states on a polynomial of degree 7 are smooth", "[solve]")
{
    const double growth = GENERATE(0.95, 1.0, 1.05);
    const auto   state  = [](double t) { return 1e-3 * std::pow(t - 2, 7) + 3 * t * t - 5; };
    CHECK(smooth(state, 9, growth));
}

TEST_CASE(
    "smooth stretch: a polynomial of degree 8 is, if h^8 x^(8)/70 is within a tenth of the tolerance",
    "[solve]")
{
    // x = a t^8 in steps of 1/4: off by 8! a / (4^8 70).
    const double share = GENERATE(0.9, 1.1);
    const double a     = share * 0.1 * tolerance * 70 * std::pow(4.0, 8) / 40320;
    CHECK(smooth([&](double t) { return a * std::pow(t - 2, 8); }, 9) == (share < 1));
}

TEST_CASE("smooth stretch: a number that is rough makes all rough", "[solve]")
{
    smooth_stretch<2> stretch;
    const auto        state = [](double t) { return std::array{t, std::abs(t - 1.3)}; };
    bool              found = false;
    for (std::size_t n = 0; n <= 8; ++n) {
        const double t = 0.25 * static_cast<double>(n);
        found          = stretch.adds(t, state(t), {0, tolerance});
    }
    CHECK_FALSE(found);
}

TEST_CASE("smooth stretch: steps that still grow show nothing", "[solve]")
{
    // Of nine states the last step is 1.1^7 = 1.95, or 1.11^7 = 2.08 times the first.
    const auto line = [](double t) { return t; };
    CHECK(smooth(line, 9, 1.1));
    CHECK_FALSE(smooth(line, 9, 1.11));
}

TEST_CASE("smooth stretch: the next begins where one ends, or again where the equations change",
          "[solve]")
{
    const auto        line = [](double t) { return t; };
    smooth_stretch<1> stretch;
    CHECK(smooth(stretch, line, 9));
    // The state that ended it is the first of the next.
    for (int n = 0; n < 7; ++n)
        CHECK_FALSE(stretch.adds(3.25 + 0.25 * n, std::array{3.25 + 0.25 * n}, {0, 1}));
    stretch.restart();
    CHECK(smooth(stretch, line, 9));
}

} // namespace smooth_stretch_test
