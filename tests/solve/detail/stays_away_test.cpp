#include <orgscale/solve/detail/stays_away.hpp>

#include <array>
#include <limits>

#include <catch.hpp>

namespace stays_away_test {

using orgscale::detail::stays_away;

namespace {

/// A function at five equal distances from 0 to 1.
template <class Function>
std::array<double, 5> at_quarters(const Function& value)
{
    return {value(0.0), value(0.25), value(0.5), value(0.75), value(1.0)};
}

} // namespace

TEST_CASE("stays_away: what hardly changes does, on either side, and what changes sign does not",
          "[solve]")
{
    const std::array<double, 5> flat{5, 5.1, 5.2, 5.3, 5.4};
    CHECK(stays_away(1, false, flat));
    CHECK_FALSE(stays_away(-1, false, flat));
    CHECK(stays_away(-1, false, at_quarters([](double s) { return -5 - s; })));
    CHECK_FALSE(stays_away(0, false, flat)); // its side is unknown
    for (const double value : {0.0, -1.0, std::numeric_limits<double>::quiet_NaN()})
        CHECK_FALSE(stays_away(1, false, {5, 5, value, 5, 5}));
}

TEST_CASE("stays_away: a parabola may dip to zero between the values", "[solve]")
{
    // (s - 3/8)^2 + e is positive at all quarters, at least 1/64 + e.
    const auto dip = [](double above) {
        return at_quarters([=](double s) { return (s - 0.375) * (s - 0.375) + above; });
    };
    CHECK_FALSE(stays_away(1, true, dip(0)));
    CHECK_FALSE(stays_away(1, true, dip(0.05)));
    CHECK(stays_away(1, true, dip(2)));
}

TEST_CASE("stays_away: where it turns, it may reach zero in a cusp", "[solve]")
{
    const std::array<double, 5> bend{1, 0.9, 0.85, 0.9, 1};
    CHECK(stays_away(1, false, bend));
    CHECK(stays_away(1, true, bend)); // 0.85 is more than two and a half times 0.15
    const std::array<double, 5> deeper{1, 0.8, 0.7, 0.8, 1};
    CHECK(stays_away(1, false, deeper));
    CHECK_FALSE(stays_away(1, true, deeper));
}

TEST_CASE("stays_away: a steep approach at an end is looked at", "[solve]")
{
    CHECK_FALSE(stays_away(1, false, {1, 2.5, 2.6, 2.7, 2.8}));
    CHECK_FALSE(stays_away(1, false, {2.8, 2.7, 2.6, 2.5, 1}));
}

} // namespace stays_away_test
