#include <orgscale/growth/gompertz.hpp>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include <catch.hpp>
#include <description.hpp>
#include <digits50.hpp>
#include <doubles.hpp>
#include <random_numbers.hpp>
#include <refusal.hpp>
#include <slopes.hpp>

namespace gompertz_test {

using namespace orgscale;

namespace {

constexpr gompertz<> thousand{.growth_rate = 0.5, .ceiling = 1000};

const gompertz<digits50> exact{.growth_rate = digits50(0.5), .ceiling = digits50(1000)};

} // namespace

TEST_CASE("gompertz: the closed form solves the equation", "[growth]")
{
    random_numbers draw(131);
    for (int i = 0; i < 50; ++i) {
        const gompertz<digits50> law{.growth_rate = digits50(draw.magnitude(0.01, 3)),
                                     .ceiling     = digits50(draw.magnitude(1, 1e9))};
        const auto               start = digits50(draw.magnitude(1e-6, 2)) * law.ceiling;
        const auto               time  = digits50(draw.between(0, 20));
        const auto               step  = digits50("1e-15"); // central difference: an error of 1e-30
        const auto               grew =
            digits50((law.after(start, time + step) - law.after(start, time - step)) / (2 * step));
        const auto rate = law.rate(law.after(start, time));
        CHECK(abs(digits50(grew - rate)) <= digits50("1e-26") * law.ceiling);
    }
}

TEST_CASE("gompertz: the closed form agrees with the usual one", "[growth]")
{
    // y = K exp(-ln(K/y0) e^{-k t}).
    random_numbers draw(132);
    for (int i = 0; i < 200; ++i) {
        const double     k = draw.magnitude(0.01, 3), ceiling = draw.magnitude(1, 1e9);
        const double     start = ceiling * draw.magnitude(1e-6, 10), t = draw.between(0, 20);
        const gompertz<> law{.growth_rate = k, .ceiling = ceiling};
        // The exponent is at most ln 1e6 < 14, with about four roundings in the usual form.
        CHECK_THAT(law.after(start, t),
                   WithinRel(ceiling * std::exp(-std::log(ceiling / start) * std::exp(-k * t)),
                             4 * 14 * ulp));
    }
}

TEST_CASE("gompertz: after(s) then after(t) is after(s + t)", "[growth]")
{
    random_numbers draw(133);
    for (int i = 0; i < 200; ++i) {
        const gompertz<> law{.growth_rate = draw.magnitude(0.01, 1), .ceiling = 1000};
        const double     start = draw.magnitude(1, 2000);
        const double     s = draw.between(0, 10), t = draw.between(0, 10);
        CHECK_THAT(law.after(law.after(start, s), t), WithinRel(law.after(start, s + t), 64 * ulp));
    }
}

TEST_CASE("gompertz: after() inverts itself for negative times", "[growth]")
{
    // The distance ln(K/N) and its rounding errors grow e^1.5 = 4.5 times.
    for (const double start : {1.0, 400.0, 900.0, 2000.0})
        CHECK_THAT(thousand.after(thousand.after(start, 3), -3), WithinRel(start, 64 * ulp));
}

TEST_CASE("gompertz: ln(K/N) decays exponentially", "[growth]")
{
    // ln(K/N) decays at the rate k.
    for (const double t : {0.5, 1.0, 2.0, 6.0})
        CHECK_THAT(std::log(1000 / thousand.after(10, t)),
                   WithinRel(std::log(100.0) * std::exp(-0.5 * t), 1e-14));
}

TEST_CASE("gompertz: 0 and the ceiling are fixed points", "[growth]")
{
    for (const double t : {0.0, 5.0, 1e4}) {
        CHECK(thousand.after(0, t) == 0);
        CHECK(thousand.after(1000, t) == 1000);
    }
    CHECK(thousand.after(123, 0) == 123);
    CHECK(thousand.rate(0) == 0);
    CHECK(thousand.rate(1000) == 0);
    CHECK(thousand.rate(1e-300) > 0);
    CHECK(thousand.after(1, 1e4) == 1000);
}

TEST_CASE("gompertz: falls back to the ceiling from above", "[growth]")
{
    CHECK(thousand.rate(2000) < 0);
    CHECK(thousand.after(2000, 1) < 2000);
    CHECK(thousand.after(2000, 1) > 1000);
    CHECK(thousand.after(2000, 1e4) == 1000);
}

TEST_CASE("gompertz: growth is fastest at the ceiling over e", "[growth]")
{
    const double turn = 1000 / std::numbers::e;
    for (const double start : {1e-300, 1.0, 100.0, 300.0, 600.0, 999.0}) {
        const auto when = thousand.inflection(start);
        REQUIRE(when);
        // Near the ceiling, std::log(1000 / start) has the rounding error of 1 + 1/1000.
        CHECK_THAT(when->time, WithinAbs(std::log(std::log(1000 / start)) / 0.5, 4000 * ulp));
        // From 1e-300 the exponent is 690, and its rounding error grows with it.
        CHECK_THAT(thousand.after(start, when->time), WithinRel(turn, 690 * 4 * ulp));
        CHECK_THAT(when->size, WithinRel(turn, 4 * ulp));
        CHECK_THAT(when->rate, WithinRel(0.5 * turn, 4 * ulp));
    }
    CHECK(thousand.inflection(300)->time > 0);
    CHECK(thousand.inflection(400)->time < 0);
    CHECK_THAT(thousand.rate(turn), WithinRel(0.5 * turn, 4 * ulp)); // k K/e
    CHECK(thousand.rate(turn * 0.99) < thousand.rate(turn));
    CHECK(thousand.rate(turn * 1.01) < thousand.rate(turn));
}

TEST_CASE("gompertz: no inflection from outside the open interval (0, K)", "[growth]")
{
    for (const double size : {0.0, 1000.0, 2000.0, -1.0, std::nan("")})
        CHECK_FALSE(thousand.inflection(size));
}

TEST_CASE("gompertz: accurate for short times", "[growth]")
{
    const auto t     = GENERATE(1e-15, 1e-9, 1e-3, 1.0, 30.0);
    const auto start = GENERATE(1e-6, 1.0, 100.0, 999.0, 1e5);
    // The exponent is at most half of ln 1e9 < 21, with two roundings.
    CHECK_THAT(thousand.after(start, t),
               WithinRel(static_cast<double>(exact.after(digits50(start), digits50(t))), 21 * ulp));
}

TEST_CASE("gompertz: the rate is accurate next to the ceiling", "[growth]")
{
    const auto off  = GENERATE(1e-15, 1e-9, 1e-3, 0.3);
    const auto size = GENERATE_COPY(1000 * (1 - off), 1000 * (1 + off));
    CHECK_THAT(thousand.rate(size),
               WithinRel(static_cast<double>(exact.rate(digits50(size))), 4 * ulp));
}

TEST_CASE("gompertz: works where quotients of sizes overflow", "[growth]")
{
    const gompertz<> vast{.growth_rate = 0.5, .ceiling = 1e300};
    CHECK_THAT(vast.rate(1e-200), WithinRel(0.5 * 1e-200 * 500 * std::log(10.0), 4 * ulp));
    CHECK_THAT(vast.after(1e-300, 1e4), WithinRel(1e300, ulp));
}

TEST_CASE("gompertz: NaN propagates", "[growth]")
{
    CHECK(std::isnan(thousand.after(std::nan(""), 1)));
    CHECK(std::isnan(thousand.after(1, std::nan(""))));
    CHECK(std::isnan(thousand.rate(std::nan(""))));
}

TEST_CASE("gompertz: slopes agree with differences", "[growth]")
{
    const auto by_rate = []<class R>(const R& x) -> R {
        const gompertz<R> law{.growth_rate = x, .ceiling = R(1024)};
        return law.after(R(100), R(5)) + law.rate(R(100)) + law.inflection(R(100))->time;
    };
    const auto by_ceiling = []<class R>(const R& x) -> R {
        const gompertz<R> law{.growth_rate = R(0.5), .ceiling = x};
        return law.after(R(100), R(5)) + law.rate(R(100)) + law.inflection(R(100))->time;
    };
    for (const double r : {0.01, 0.5, 2.0})
        CHECK_THAT(slope_of_dual(by_rate, r),
                   WithinRel(slope_of_differences(by_rate, r), slope_error));
    for (const double ceiling : {150.0, 300.0, 1e4})
        CHECK_THAT(slope_of_dual(by_ceiling, ceiling),
                   WithinRel(slope_of_differences(by_ceiling, ceiling), slope_error));
}

TEST_CASE("gompertz: describes itself", "[growth]")
{
    CHECK(wrong_in_description(thousand).empty());
    CHECK(names_of(thousand) == std::vector<std::string>{"growth_rate", "ceiling"});
}

TEST_CASE("gompertz: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(thousand, {{name, value}}); });
    };
    for (const char* name : {"growth_rate", "ceiling"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return gompertz<>{.growth_rate = 1, .ceiling = -5}; }),
               ContainsSubstring("gompertz_test.cpp:"));
}

} // namespace gompertz_test
