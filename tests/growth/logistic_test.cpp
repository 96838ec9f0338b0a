#include <orgscale/growth/logistic.hpp>

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

namespace logistic_test {

using namespace orgscale;

namespace {

constexpr logistic<> thousand{.growth_rate = 0.5, .ceiling = 1000};

} // namespace

TEST_CASE("logistic: the closed form solves the equation", "[growth]")
{
    random_numbers draw(31);
    for (int i = 0; i < 50; ++i) {
        const logistic<digits50> law{.growth_rate = digits50(draw.magnitude(0.01, 3)),
                                     .ceiling     = digits50(draw.magnitude(1, 1e9))};
        const auto               start = digits50(draw.magnitude(1e-6, 2)) * law.ceiling;
        const auto               time  = digits50(draw.between(0, 20));
        const auto               step  = digits50("1e-15"); // central difference: an error of 1e-30
        const auto               grew =
            digits50((law.after(start, time + step) - law.after(start, time - step)) / (2 * step));
        const auto rate = law.rate(law.after(start, time));
        CHECK(abs(digits50(grew - rate)) <= digits50("1e-27") * law.ceiling);
    }
}

TEST_CASE("logistic: the closed form agrees with the usual one", "[growth]")
{
    // y = K/(1 + Q e^{-k t}), Q = K/y0 - 1.
    random_numbers draw(32);
    for (int i = 0; i < 200; ++i) {
        const double     k = draw.magnitude(0.01, 3), ceiling = draw.magnitude(1, 1e9);
        const double     start = ceiling * draw.magnitude(1e-6, 1), t = draw.between(0, 20);
        const logistic<> law{.growth_rate = k, .ceiling = ceiling};
        // The exponential multiplies the rounding error of k t by k t < 60.
        CHECK_THAT(law.after(start, t),
                   WithinRel(ceiling / (1 + (ceiling / start - 1) * std::exp(-k * t)), 64 * ulp));
    }
}

TEST_CASE("logistic: reproduces a worked example", "[growth]")
{
    // K = 1000, y0 = 100, k = 0.5: 1000/(1 + 9 e^-2.5) and 1000/(1 + 9 e^-5), to the digits shown.
    CHECK_THAT(thousand.after(100, 5), WithinAbs(575.120851, 5e-7));
    CHECK_THAT(thousand.after(100, 10), WithinAbs(942.825619, 5e-7));
}

TEST_CASE("logistic: after(s) then after(t) is after(s + t)", "[growth]")
{
    random_numbers draw(33);
    for (int i = 0; i < 200; ++i) {
        const logistic<> law{.growth_rate = draw.magnitude(0.01, 1), .ceiling = 1000};
        const double     start = draw.magnitude(1, 2000);
        const double     s = draw.between(0, 10), t = draw.between(0, 10);
        // The rounding error of s + t is multiplied by at most r (s+t) < 20.
        CHECK_THAT(law.after(law.after(start, s), t), WithinRel(law.after(start, s + t), 32 * ulp));
    }
}

TEST_CASE("logistic: after() inverts itself for negative times", "[growth]")
{
    for (const double start : {1.0, 400.0, 900.0})
        CHECK_THAT(thousand.after(thousand.after(start, 3), -3), WithinRel(start, 64 * ulp));
}

TEST_CASE("logistic: 0 and the ceiling are fixed points", "[growth]")
{
    CHECK(thousand.after(0, 5) == 0);
    CHECK(thousand.after(1000, 5) == 1000);
    CHECK(thousand.after(123, 0) == 123);
    CHECK(thousand.rate(0) == 0);
    CHECK(thousand.rate(1000) == 0);
    CHECK_THAT(thousand.after(1, 1e4), WithinRel(1000, ulp));
}

TEST_CASE("logistic: growth is exponential far below the ceiling", "[growth]")
{
    const logistic<> sky{.growth_rate = 0.5, .ceiling = 1e300};
    CHECK_THAT(sky.after(7, 20), WithinRel(7 * std::exp(10.0), 16 * ulp));
}

TEST_CASE("logistic: accurate for short times", "[growth]")
{
    const auto               t     = GENERATE(1e-15, 1e-9, 1e-3, 1.0, 30.0);
    const auto               start = GENERATE(1e-6, 1.0, 100.0, 999.0);
    const logistic<digits50> same{.growth_rate = digits50(0.5), .ceiling = digits50(1000)};
    CHECK_THAT(thousand.after(start, t),
               WithinRel(static_cast<double>(same.after(digits50(start), digits50(t))), 4 * ulp));
}

TEST_CASE("logistic: falls back to the ceiling from above", "[growth]")
{
    CHECK(thousand.after(2000, 1) < 2000);
    CHECK(thousand.after(2000, 1) > 1000);
    CHECK(thousand.rate(2000) == -0.5 * 2000);
    CHECK_THAT(thousand.after(2000, 100), WithinRel(1000, 4 * ulp));
}

TEST_CASE("logistic: accurate also from far above the ceiling", "[growth]")
{
    const auto               start = GENERATE(1e6, 1e9, 1e12);
    const logistic<digits50> same{.growth_rate = digits50(0.5), .ceiling = digits50(1000)};
    CHECK_THAT(thousand.after(start, 2),
               WithinRel(static_cast<double>(same.after(digits50(start), digits50(2))), 16 * ulp));
}

TEST_CASE("logistic: growth is fastest at half the ceiling", "[growth]")
{
    for (const double start : {1.0, 100.0, 499.0, 900.0}) {
        const auto when = thousand.inflection(start);
        REQUIRE(when);
        CHECK_THAT(when->time, WithinRel(std::log1p((1000 - 2 * start) / start) / 0.5, 16 * ulp));
        CHECK_THAT(thousand.after(start, when->time), WithinRel(500, 16 * ulp));
        CHECK(when->size == 500);
        CHECK(when->rate == thousand.rate(500));
    }
    CHECK(thousand.inflection(500)->time == 0);
    CHECK(thousand.inflection(900)->time < 0);
    CHECK(thousand.rate(500) == 0.5 * 1000 / 4);
    CHECK(thousand.rate(499) < thousand.rate(500));
    CHECK(thousand.rate(501) < thousand.rate(500));
}

TEST_CASE("logistic: no inflection from outside the open interval (0, K)", "[growth]")
{
    CHECK_FALSE(thousand.inflection(0));
    CHECK_FALSE(thousand.inflection(1000));
    CHECK_FALSE(thousand.inflection(2000));
    CHECK_FALSE(thousand.inflection(-1));
    CHECK_FALSE(thousand.inflection(std::nan("")));
}

TEST_CASE("logistic: the rate is accurate next to the ceiling", "[growth]")
{
    // r N (K - N)/K with K - N exact: three roundings.
    const double below = std::nextafter(1000, 0);
    CHECK_THAT(thousand.rate(below), WithinRel(0.5 * below * ((1000 - below) / 1000), 3 * ulp));
    CHECK(thousand.rate(below) > 0);
    CHECK(thousand.rate(std::nextafter(1000, 2000)) < 0);
}

TEST_CASE("logistic: works where products of sizes overflow", "[growth]")
{
    const logistic<> vast{.growth_rate = 0.5, .ceiling = 1e300};
    CHECK_THAT(vast.rate(5e299), WithinRel(0.5 * 5e299 * 0.5, 3 * ulp));
    CHECK_THAT(vast.inflection(1e-300)->time, WithinRel(600 * std::log(10.0) / 0.5, 4 * ulp));
    CHECK(vast.after(0, 1e6) == 0);
    CHECK_THAT(vast.after(1e-5, 1e6), WithinRel(1e300, ulp));
}

TEST_CASE("logistic: the time to the fastest growth is accurate near half the ceiling", "[growth]")
{
    const auto size = GENERATE(499.9999999999, 500.0000001, 487.1234567890123, 999.9999999999);
    const logistic<digits50> same{.growth_rate = digits50(0.5), .ceiling = digits50(1000)};
    CHECK_THAT(thousand.inflection(size)->time,
               WithinRel(static_cast<double>(same.inflection(digits50(size))->time), 4 * ulp));
}

TEST_CASE("logistic: accurate backwards in time", "[growth]")
{
    // Close to the ceiling, e^{r t} - (N/K)(e^{r t} - 1) would cancel.
    const auto               start = GENERATE(1.0, 900.0, 999.9999999);
    const auto               t     = GENERATE(-1e-9, -1.0, -60.0);
    const logistic<digits50> same{.growth_rate = digits50(0.5), .ceiling = digits50(1000)};
    CHECK_THAT(thousand.after(start, t),
               WithinRel(static_cast<double>(same.after(digits50(start), digits50(t))), 4 * ulp));
}

TEST_CASE("logistic: NaN propagates", "[growth]")
{
    CHECK(std::isnan(thousand.after(std::nan(""), 1)));
    CHECK(std::isnan(thousand.after(1, std::nan(""))));
    CHECK(std::isnan(thousand.rate(std::nan(""))));
}

TEST_CASE("logistic: slopes agree with differences", "[growth]")
{
    const auto by_rate = []<class R>(const R& x) -> R {
        const logistic<R> law{.growth_rate = x, .ceiling = R(1024)};
        return law.after(R(100), R(5)) + law.rate(R(100)) + law.inflection(R(100))->time;
    };
    for (const double r : {0.01, 0.5, 2.0})
        CHECK_THAT(slope_of_dual(by_rate, r),
                   WithinRel(slope_of_differences(by_rate, r), slope_error));
}

TEST_CASE("logistic: describes itself", "[growth]")
{
    CHECK(wrong_in_description(thousand).empty());
    CHECK(names_of(thousand) == std::vector<std::string>{"growth_rate", "ceiling"});
}

TEST_CASE("logistic: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(thousand, {{name, value}}); });
    };
    for (const char* name : {"growth_rate", "ceiling"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return logistic<>{.growth_rate = 1, .ceiling = -5}; }),
               ContainsSubstring("logistic_test.cpp:"));
}

} // namespace logistic_test
