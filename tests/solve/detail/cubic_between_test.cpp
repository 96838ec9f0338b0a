#include <orgscale/solve/detail/cubic_between.hpp>

#include <algorithm>

#include <catch.hpp>

namespace cubic_between_test {

using orgscale::detail::cubic_between;

namespace {

double value_at(const cubic_between<double>& cubic, double part)
{
    const auto power = cubic.powers();
    return part * (power[0] + part * (power[1] + part * power[2]));
}

} // namespace

TEST_CASE("cubic_between: is the cubic with these ends and slopes", "[solve]")
{
    // x = 2 θ - 7 θ^2 + 4 θ^3: x(1) = -1, x'(0) = 2, x'(1) = 0.
    const cubic_between<double> cubic{-1, 2, 0};
    for (const double part : {0.0, 0.2, 0.5, 0.9, 1.0}) {
        CHECK_THAT(value_at(cubic, part), WithinAbs(part * (2 + part * (-7 + part * 4)), 1e-15));
        CHECK_THAT(cubic.slope_at(part), WithinAbs(2 - 14 * part + 12 * part * part, 1e-14));
    }
}

TEST_CASE("cubic_between: made monotone it stays between its ends", "[solve]")
{
    const double change = GENERATE(1.0, -1.0, 0.0);
    const double first  = GENERATE(-1e6, -2.0, 0.0, 2.0, 50.0);
    const double last   = GENERATE(-1e9, -1.0, 0.5, 3.0, 1e3);
    const auto   cubic  = cubic_between<double>{change, first, last}.monotone();
    double       before = 0;
    for (int i = 1; i <= 100; ++i) {
        const double now = value_at(cubic, i / 100.0);
        CHECK((now - before) * change >= -1e-15);
        before = now;
    }
    CHECK_THAT(before, WithinAbs(change, 1e-14));
}

TEST_CASE("cubic_between: slopes that suit a monotone cubic stay as they are", "[solve]")
{
    const auto cubic = cubic_between<double>{2, 0.5, 6}.monotone();
    CHECK(cubic.first == 0.5);
    CHECK(cubic.last == 6);
}

} // namespace cubic_between_test
