#include <orgscale/organization/table_function.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

#include <catch.hpp>
#include <doubles.hpp>
#include <plain_numbers.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace table_function_test {

using namespace orgscale;

namespace {

constexpr table_function<4> hill{.first = -2, .spacing = 0.5, .values = {3, 7, 6, -1}};

/// A table with random values at random points.
template <std::size_t Points>
table_function<Points> drawn(random_numbers& draw)
{
    return [&]<std::size_t... Index>(std::index_sequence<Index...>) {
        return table_function<Points>{
            .first   = draw.between(-10, 10),
            .spacing = draw.magnitude(0.01, 100),
            .values  = {(static_cast<void>(Index), draw.between(-5, 5))...}};
    }(std::make_index_sequence<Points>{});
}

} // namespace

TEST_CASE("table_function: at its points it returns their values exactly", "[organization]")
{
    for (int i = 0; i < 4; ++i) {
        const auto index = static_cast<std::size_t>(i);
        CHECK(hill(-2 + 0.5 * i) == double{hill.values[index]});
    }
    STATIC_REQUIRE(hill(-1.5) == 7);
}

TEST_CASE("table_function: linear between its points", "[organization]")
{
    CHECK(hill(-1.75) == 5);
    CHECK(hill(-1.25) == 6.5);
    CHECK(hill(-0.75) == 2.5);

    random_numbers draw(511);
    for (int i = 0; i < 300; ++i) {
        const auto        table = drawn<6>(draw);
        const double      place = draw.between(0, 5);
        const std::size_t part  = static_cast<std::size_t>(place);
        const double      x     = table.first + place * table.spacing;
        const double      low = table.values[part], high = table.values[part + 1];
        // Rounding errors of x, first and their difference, of size 10 over the spacing, times a slope.
        const double rounded = 16 * ulp * (10 + 10 / table.spacing + place);
        CHECK_THAT(table(x), WithinAbs(low + (high - low) * (place - static_cast<double>(part)),
                                       10 * rounded));
    }
}

TEST_CASE("table_function: constant beyond its ends", "[organization]")
{
    for (const double far : {0.0, 1e-300, 1.0, 1e300, infinite}) {
        CHECK(hill(-2 - far) == 3);
        CHECK(hill(-0.5 + far) == -1);
    }
}

TEST_CASE("table_function: NaN propagates", "[organization]")
{
    CHECK(std::isnan(hill(std::nan(""))));
}

TEST_CASE("table_function: with two points it is a ramp", "[organization]")
{
    constexpr table_function<2> ramp{.first = 0, .spacing = 1, .values = {0, 1}};
    for (const double x : {-1.0, 0.0, 0.3, 0.75, 1.0, 2.0})
        CHECK(ramp(x) == std::min(std::max(x, 0.0), 1.0));
}

TEST_CASE("table_function: continuous at its points", "[organization]")
{
    // Near a point the two sides differ by the slope times the distance.
    random_numbers draw(512);
    for (int i = 0; i < 100; ++i) {
        const auto   table = drawn<5>(draw);
        const double d     = 1e-9 * table.spacing;
        for (int point = 0; point < 5; ++point) {
            const double x = table.first + point * table.spacing;
            // At most 10 between neighbours, times the rounding error of x over a spacing of at least 0.01.
            CHECK_THAT(table(x - d), WithinAbs(table(x + d), 10 * (2e-9 + 1e5 * ulp)));
        }
    }
}

TEST_CASE("table_function: last_meeting lies on the table and on the line", "[organization]")
{
    random_numbers draw(513);
    int            met = 0;
    for (int i = 0; i < 1000; ++i) {
        const auto   table = drawn<7>(draw);
        const double level = draw.between(-6, 6), slope = draw.one_in(3) ? 0 : draw.between(-2, 2);
        const auto   x     = table.last_meeting(level, slope);
        const auto   above = [&](double at) { return table(at) - level - slope * at; };
        const double end   = table.first + 6 * table.spacing;
        if (x) {
            ++met;
            // Numbers up to 1e4 (a spacing of 100, a slope of 2), and a slope of up to 10/0.01.
            CHECK_THAT(above(*x), WithinAbs(0, 1e4 * 32 * ulp));
            CHECK(*x >= table.first - 1e3 * ulp);
        }
        // Beyond it they do not meet: one stays above the other.
        const double from = x ? *x : double{table.first};
        const double side = above(std::max(end, from) + 1e3);
        for (int part = 1; part <= 200; ++part) {
            const double at = from + (end - from) * part / 200;
            if (at > from) CHECK(above(at) * side >= -1e4 * 32 * ulp * std::abs(side));
        }
    }
    CHECK(met > 400);
}

TEST_CASE("table_function: last_meeting inverts a decreasing table", "[organization]")
{
    constexpr table_function<5> falling{.first = 1, .spacing = 0.25, .values = {9, 5, 4.5, 2, -3}};
    random_numbers              draw(514);
    for (int i = 0; i < 200; ++i) {
        const double x = draw.between(1, 2);
        // The flattest interval has a slope of -2, with values up to 9.
        CHECK_THAT(*falling.last_meeting(falling(x), 0.0), WithinAbs(x, 5 * 4 * ulp));
    }
    CHECK(*falling.last_meeting(9.0, 0.0) == 1);
    CHECK(*falling.last_meeting(-3.0, 0.0) == 2);
    CHECK_FALSE(falling.last_meeting(9.1, 0.0));
    CHECK_FALSE(falling.last_meeting(-3.1, 0.0));
    CHECK_FALSE(falling.last_meeting(std::nan(""), 0.0));
}

TEST_CASE("table_function: last_meeting also finds points beyond the last one", "[organization]")
{
    constexpr table_function<2> ramp{.first = 0, .spacing = 1, .values = {0, 1}};
    CHECK(*ramp.last_meeting(0.0, 0.25) == 4);
    CHECK(*ramp.last_meeting(0.0, 2.0) == 0);
    CHECK(*ramp.last_meeting(3.0, -0.5) == 4);
    CHECK(*ramp.last_meeting(0.5, 0.0) == 0.5);
}

TEMPLATE_LIST_TEST_CASE("table_function: works with every number type", "[organization]",
                        plain_number_types)
{
    const auto all = []<class R>(const R& x) -> R { return hill(x); };
    CHECK(farthest_from_double<TestType>(all, {-3, -1.8125, -1.25, 4}) < 4 * rounding<TestType>);
}

TEST_CASE("table_function: derivatives are the slopes of the intervals, and 0 beyond",
          "[organization]")
{
    const auto curve = []<class R>(const R& x) -> R { return hill(x); };
    CHECK(slope_of_dual(curve, -2.5) == 0);
    CHECK(slope_of_dual(curve, -1.8) == 8);
    CHECK(slope_of_dual(curve, -1.5) == 8); // at a point, of the interval to the left
    CHECK(slope_of_dual(curve, -1.2) == -2);
    CHECK(slope_of_dual(curve, -0.6) == -14);
    CHECK(slope_of_dual(curve, 0) == 0);
}

TEST_CASE("table_function: refuses invalid points", "[organization]")
{
    const auto spaced = [](double h) {
        return refused_by(
            [=] { return table_function<2>{.first = 0, .spacing = h, .values = {0, 1}}; });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(spaced(bad) == "must be greater than 0 and finite");
    CHECK(refused_by([] {
              return table_function<2>{.first = 0, .spacing = 1, .values = {0, infinite}};
          }) == "must be finite");
    CHECK_THAT(refusal_text([] {
                   return table_function<2>{.first = std::nan(""), .spacing = 1, .values = {0, 1}};
               }),
               ContainsSubstring("table_function_test.cpp:"));
}

} // namespace table_function_test
