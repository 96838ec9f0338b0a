#include <orgscale/improvement/crawford_curve.hpp>

#include <cmath>
#include <cstdint>
#include <limits>
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

namespace crawford_curve_test {

using namespace orgscale;

namespace {

/// Summed term by term, from the smallest on.
template <class Number>
Number summed(double rate, std::int64_t units)
{
    using std::exp, std::log;
    const Number b   = log(Number(rate)) / log(Number(2));
    Number       sum = 0;
    for (std::int64_t i = units; i > 0; --i) sum += exp(Number(b * log(Number(i))));
    return sum;
}

} // namespace

TEST_CASE("crawford_curve: each doubling multiplies the cost of a unit by the rate", "[improvement]")
{
    random_numbers draw(931);
    for (int i = 0; i < 200; ++i) {
        const crawford_curve<> cost{.first_unit = draw.magnitude(0.1, 1e6),
                                    .rate       = draw.between(0.3, 1)};
        const double           n = draw.magnitude(1, 1e6);
        // n^b amplifies roundings by a logarithm of up to 24.
        CHECK_THAT(cost.unit(2 * n), WithinRel(cost.rate * cost.unit(n), 64 * ulp));
        CHECK_THAT(cost.unit(8), WithinRel(cost.after_doublings(3), 16 * ulp));
        CHECK_THAT(cost.exponent(), WithinAbs(std::log2(cost.rate), 2 * ulp));
        CHECK(cost.unit(1) == cost.first_unit);
    }
}

TEST_CASE("crawford_curve: agrees with the standard table", "[improvement]")
{
    // Learning curve coefficients as printed in operations textbooks, to three digits; checked again
    // here by summing term by term.
    struct line {
        double       rate;
        std::int64_t units;
        double       unit, total;
    };
    const std::vector<line> table{
        {0.80, 5, 0.596, 3.738},   {0.80, 10, 0.477, 6.315},   {0.80, 25, 0.355, 12.309},
        {0.80, 50, 0.284, 20.122}, {0.80, 100, 0.227, 32.651}, {0.70, 10, 0.306, 4.932},
        {0.75, 10, 0.385, 5.589},  {0.85, 10, 0.583, 7.116},   {0.90, 10, 0.705, 7.994}};
    for (const auto& [rate, units, unit, total] : table) {
        const crawford_curve<> cost{.first_unit = 1, .rate = rate};
        CHECK_THAT(cost.unit(static_cast<double>(units)), WithinAbs(unit, 5e-4));
        CHECK_THAT(cost.total(units), WithinAbs(total, 5e-4));
        CHECK_THAT(summed<long double>(rate, units), WithinAbs(total, 5e-4));
    }
}

TEST_CASE("crawford_curve: the total is the sum over the units", "[improvement]")
{
    // Up to and beyond 32 units, where the formula changes.
    random_numbers draw(932);
    for (int i = 0; i < 60; ++i) {
        const double           rate  = draw.one_in(4) ? 0.5 : draw.between(0.1, 1);
        const std::int64_t     units = 1 + static_cast<std::int64_t>(draw.magnitude(1, 3000));
        const auto             exact = static_cast<double>(summed<long double>(rate, units));
        const crawford_curve<> cost{.first_unit = 1, .rate = rate};
        CHECK_THAT(cost.total(units), WithinRel(exact, 32 * ulp)); // n^b as above
        CHECK_THAT(cost.average(units), WithinRel(exact / static_cast<double>(units), 32 * ulp));
    }
    for (const std::int64_t units : {31, 32, 33, 34, 127, 128, 129})
        for (const double rate : {0.3, 0.5, 0.8, 1.0}) {
            const crawford_curve<> cost{.first_unit = 1, .rate = rate};
            CHECK_THAT(cost.total(units),
                       WithinRel(static_cast<double>(summed<long double>(rate, units)), 16 * ulp));
        }
}

TEST_CASE("crawford_curve: in 50 digits too the total is the sum", "[improvement]")
{
    for (const double rate : {0.3, 0.5, 0.8, 0.999}) {
        const crawford_curve<digits50> cost{.first_unit = 1, .rate = digits50(rate)};
        for (const std::int64_t units : {100, 128, 129, 400}) {
            const digits50 exact = summed<digits50>(rate, units);
            CHECK(abs(digits50(cost.total(units) / exact - 1)) < digits50("1e-46"));
        }
    }
}

TEST_CASE("crawford_curve: the total lies between integrals", "[improvement]")
{
    // ∫_1^n x^b dx + n^b <= total <= ∫_1^n x^b dx + 1, for b <= 0.
    random_numbers draw(933);
    for (int i = 0; i < 200; ++i) {
        const crawford_curve<> cost{.first_unit = 1, .rate = draw.between(0.2, 0.99)};
        const std::int64_t     units = static_cast<std::int64_t>(draw.magnitude(2, 1e18));
        const double           n = static_cast<double>(units), b = cost.exponent();
        const double           integral = std::expm1((b + 1) * std::log(n)) / (b + 1);
        CHECK(cost.total(units) <= (integral + 1) * (1 + 256 * ulp)); // ln n up to 41, as above
        CHECK(cost.total(units) >= (integral + std::pow(n, b)) * (1 - 256 * ulp));
    }
}

TEST_CASE("crawford_curve: at a rate of 1/2 totals are harmonic numbers", "[improvement]")
{
    // ln n + γ + 1/(2n) - 1/(12 n^2), with Euler's γ; the next term, 1/(120 n^4), is at most 5 ulp.
    const crawford_curve<> cost{.first_unit = 1, .rate = 0.5};
    for (const std::int64_t units : {1000L, 1000000L, 1000000000000L}) {
        const double n = static_cast<double>(units);
        CHECK_THAT(cost.total(units),
                   WithinRel(std::log(n) + 0.57721566490153286 + 1 / (2 * n) - 1 / (12 * n * n),
                             16 * ulp));
    }
}

TEST_CASE("crawford_curve: with fast learning the total converges", "[improvement]")
{
    // At a rate of 1/4 unit costs are 1/n^2 and sum to π²/6.
    const crawford_curve<> cost{.first_unit = 1, .rate = 0.25};
    CHECK_THAT(cost.total(std::numeric_limits<std::int64_t>::max()),
               WithinRel(1.6449340668482264, 4 * ulp));
}

TEST_CASE("crawford_curve: without learning all units cost the same", "[improvement]")
{
    const crawford_curve<> cost{.first_unit = 3, .rate = 1};
    CHECK(cost.exponent() == 0);
    for (const std::int64_t units : {1L, 32L, 33L, 1000000000L}) {
        CHECK(cost.unit(static_cast<double>(units)) == 3);
        CHECK_THAT(cost.total(units), WithinRel(3 * static_cast<double>(units), 16 * ulp));
    }
    CHECK_FALSE(cost.doublings_to(2));
    CHECK(cost.doublings_to(3) == 0);
}

TEST_CASE("crawford_curve: doublings_to reaches the given cost", "[improvement]")
{
    random_numbers draw(934);
    for (int i = 0; i < 200; ++i) {
        const crawford_curve<> cost{.first_unit = draw.magnitude(0.1, 1e6),
                                    .rate       = draw.between(0.3, 0.99)};
        const double           wanted = cost.first_unit * draw.magnitude(1e-3, 1);
        const auto             times  = cost.doublings_to(wanted);
        REQUIRE(times);
        CHECK_THAT(cost.after_doublings(*times), WithinRel(wanted, 32 * ulp));
    }
    const crawford_curve<> cost{.first_unit = 100, .rate = 0.8};
    CHECK_THAT(cost.doublings_to(51.2).value(), WithinRel(3, 4 * ulp));
    CHECK_FALSE(cost.doublings_to(101));
    CHECK_FALSE(cost.doublings_to(0));
    CHECK_FALSE(cost.doublings_to(-1));
    CHECK_FALSE(cost.doublings_to(std::nan("")));
}

TEST_CASE("crawford_curve: slopes agree with differences", "[improvement]")
{
    const auto by_rate = []<class R>(const R& rate) -> R {
        const crawford_curve<R> cost{.first_unit = R(4), .rate = rate};
        return cost.unit(R(12)) + cost.total(20) + cost.total(1000) + *cost.doublings_to(R(3));
    };
    for (const double rate : {0.25, 0.5, 0.75, 0.96})
        CHECK_THAT(slope_of_dual(by_rate, rate),
                   WithinRel(slope_of_differences(by_rate, rate), slope_error));
}

TEST_CASE("crawford_curve: describes itself", "[improvement]")
{
    const crawford_curve<> cost{.first_unit = 100, .rate = 0.8};
    CHECK(wrong_in_description(cost).empty());
    CHECK(names_of(cost) == std::vector<std::string>{"first_unit", "rate"});
}

TEST_CASE("crawford_curve: refuses negative numbers of units and rates above 1", "[improvement]")
{
    const crawford_curve<> cost{.first_unit = 100, .rate = 0.8};
    const auto             refused = [&](const char* name, double value) {
        return refused_by([&] { return with(cost, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, infinite, std::nan("")})
        CHECK(refused("first_unit", bad) == "must be greater than 0 and finite");
    for (const double bad : {0.0, -1.0, 1.1, std::nan("")})
        CHECK(refused("rate", bad) == "must be greater than 0 and at most 1");
    CHECK(cost.total(0) == 0);
    CHECK(refused_by([&] { return cost.total(-1); }) == "units must be 0 or more");
    CHECK(refused_by([&] { return cost.average(0); }) == "units must be 1 or more");
    CHECK_THAT(refusal_text([&] { return cost.total(-1); }),
               ContainsSubstring("crawford_curve_test.cpp:"));
    CHECK_THAT(refusal_text([] { return crawford_curve<>{.first_unit = 1, .rate = 80}; }),
               ContainsSubstring("crawford_curve_test.cpp:"));
}

} // namespace crawford_curve_test
