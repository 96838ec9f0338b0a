#include <orgscale/improvement/wright_curve.hpp>

#include <cmath>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

#include <orgscale/core/with_real.hpp>

namespace wright_curve_test {

using namespace orgscale;

namespace {

wright_curve<> drawn(random_numbers& draw)
{
    return {.first_unit = draw.magnitude(0.1, 1e6), .rate = draw.between(0.51, 1)};
}

} // namespace

TEST_CASE("wright_curve: each doubling multiplies the average cost by the rate", "[improvement]")
{
    random_numbers draw(941);
    for (int i = 0; i < 200; ++i) {
        const auto   cost = drawn(draw);
        const double n    = draw.magnitude(1, 1e6);
        // n^b amplifies roundings by a logarithm of up to 14.
        CHECK_THAT(cost.average(2 * n), WithinRel(cost.rate * cost.average(n), 32 * ulp));
        CHECK_THAT(cost.total(n), WithinRel(n * cost.average(n), 32 * ulp));
    }
    const wright_curve<> usual{.first_unit = 100, .rate = 0.8};
    CHECK_THAT(usual.average(8), WithinRel(51.2, 8 * ulp));
}

TEST_CASE("wright_curve: units add up to the total", "[improvement]")
{
    random_numbers draw(942);
    for (int i = 0; i < 50; ++i) {
        const auto cost = drawn(draw);
        double     sum  = 0;
        for (int n = 1; n <= 100; ++n) {
            sum += cost.unit(n);
            CHECK_THAT(cost.total(n), WithinRel(sum, 128 * ulp)); // up to 100 roundings
        }
    }
}

TEST_CASE("wright_curve: a unit's cost is the difference of totals in 50 digits", "[improvement]")
{
    random_numbers draw(943);
    for (int i = 0; i < 100; ++i) {
        const auto     cost  = drawn(draw);
        const auto     exact = with_real<digits50>(cost);
        const double   n     = std::floor(draw.magnitude(1, 1e12));
        const digits50 unit = exact.total(digits50(n)) - (n > 1 ? exact.total(digits50(n - 1)) : 0);
        CHECK_THAT(cost.unit(n), WithinRel(static_cast<double>(unit), 64 * ulp)); // ln n up to 28
    }
}

TEST_CASE("wright_curve: the unit cost tends to b + 1 times the average", "[improvement]")
{
    random_numbers draw(944);
    for (int i = 0; i < 100; ++i) {
        const auto cost = drawn(draw);
        // The next term is b/(2n).
        CHECK_THAT(cost.unit(1e9),
                   WithinRel((1 + std::log2(cost.rate)) * cost.average(1e9), 1e-9 + 1e-13));
    }
}

TEST_CASE("wright_curve: unit, total and average agree at the first unit", "[improvement]")
{
    random_numbers draw(945);
    for (int i = 0; i < 100; ++i) {
        const auto cost = drawn(draw);
        CHECK(cost.unit(1) == cost.first_unit);
        CHECK(cost.average(1) == cost.first_unit);
        CHECK(cost.total(1) == cost.first_unit);
    }
}

TEST_CASE("wright_curve: without learning all units cost the same", "[improvement]")
{
    const wright_curve<> cost{.first_unit = 3, .rate = 1};
    for (const double n : {1.0, 2.0, 1e6, 1e15}) {
        CHECK(cost.average(n) == 3);
        CHECK_THAT(cost.total(n), WithinRel(3 * n, 2 * ulp));
        CHECK_THAT(cost.unit(n), WithinRel(3, 4 * ulp));
    }
}

TEST_CASE("wright_curve: costs less than Crawford's curve at the same rate", "[improvement]")
{
    random_numbers draw(946);
    for (int i = 0; i < 100; ++i) {
        const auto             cost = drawn(draw);
        const crawford_curve<> unit_by_unit{.first_unit = cost.first_unit, .rate = cost.rate};
        for (const int n : {2, 10, 100, 10000}) {
            CHECK(cost.total(n) < unit_by_unit.total(n));
            CHECK(cost.unit(n) < unit_by_unit.unit(n));
        }
    }
}

TEST_CASE("wright_curve: slopes agree with differences", "[improvement]")
{
    const auto one = []<class R>(const R& rate, const R& n) -> R {
        const wright_curve<R> cost{.first_unit = R(4), .rate = rate};
        return cost.unit(n) + cost.total(n) + cost.average(n);
    };
    const auto by_rate  = [&]<class R>(const R& rate) -> R { return one(rate, R(50)); };
    const auto by_units = [&]<class R>(const R& n) -> R { return one(R(0.75), n); };
    for (const double rate : {0.53125, 0.75, 0.96})
        CHECK_THAT(slope_of_dual(by_rate, rate),
                   WithinRel(slope_of_differences(by_rate, rate), slope_error));
    for (const double n : {2.0, 50.0, 1e6})
        CHECK_THAT(slope_of_dual(by_units, n),
                   WithinRel(slope_of_differences(by_units, n), slope_error));
}

TEST_CASE("wright_curve: describes itself", "[improvement]")
{
    const wright_curve<> cost{.first_unit = 100, .rate = 0.8};
    CHECK(wrong_in_description(cost).empty());
    CHECK(names_of(cost) == std::vector<std::string>{"first_unit", "rate"});
}

TEST_CASE("wright_curve: refuses rates at which later units cost nothing", "[improvement]")
{
    const wright_curve<> cost{.first_unit = 100, .rate = 0.8};
    const auto           refused = [&](const char* name, double value) {
        return refused_by([&] { return with(cost, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("first_unit", bad) == "must be greater than 0 and finite");
    for (const double bad : {0.0, -1.0, 1.1, std::nan("")})
        CHECK(refused("rate", bad) == "must be greater than 0 and at most 1");
    CHECK(refused("rate", 0.5) == "rate must exceed 1/2");
    CHECK_THAT(refusal_text([] { return wright_curve<>{.first_unit = 1, .rate = 0.4}; }),
               ContainsSubstring("wright_curve_test.cpp:"));
}

} // namespace wright_curve_test
