#include <orgscale/growth/richards.hpp>

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

#include <orgscale/growth/gompertz.hpp>
#include <orgscale/growth/logistic.hpp>

namespace richards_test {

using namespace orgscale;

namespace {

constexpr richards<> of_shape(double shape)
{
    return {.growth_rate = 0.5, .ceiling = 1000, .shape = shape};
}

richards<digits50> exact(double shape)
{
    return {.growth_rate = digits50(0.5), .ceiling = digits50(1000), .shape = digits50(shape)};
}

} // namespace

TEST_CASE("richards: the closed form solves the equation", "[growth]")
{
    random_numbers draw(141);
    for (int i = 0; i < 100; ++i) {
        const richards<digits50> law{.growth_rate = digits50(draw.magnitude(0.01, 3)),
                                     .ceiling     = digits50(draw.magnitude(1, 1e9)),
                                     .shape       = digits50(draw.magnitude(1e-3, 10))};
        const auto               start = digits50(draw.magnitude(1e-6, 2)) * law.ceiling;
        const auto               time  = digits50(draw.between(0, 20));
        const auto               step  = digits50("1e-15"); // central difference: an error of 1e-30
        const auto               grew =
            digits50((law.after(start, time + step) - law.after(start, time - step)) / (2 * step));
        const auto rate = law.rate(law.after(start, time));
        CHECK(abs(digits50(grew - rate)) <= digits50("1e-24") * law.ceiling);
    }
}

TEST_CASE("richards: equation and closed form agree with the usual ones", "[growth]")
{
    // y' = (k/ν) y (1 - (y/K)^ν),  y = K (1 + Q e^{-k t})^{-1/ν},  Q = (K/y0)^ν - 1.
    random_numbers draw(142);
    for (int i = 0; i < 200; ++i) {
        const double     k = draw.magnitude(0.01, 3), shape = draw.magnitude(0.1, 4);
        const double     start = 1000 * draw.magnitude(1e-3, 2), t = draw.between(0, 20);
        const richards<> law{.growth_rate = k, .ceiling = 1000, .shape = shape};
        const double     power = std::pow(start / 1000, shape);
        // 1 - (y/K)^ν cancels near K: its error is that of a power of about 1.
        CHECK_THAT(law.rate(start), WithinAbs(k / shape * start * (1 - power),
                                              16 * ulp * k / shape * start * (1 + power)));
        // In the usual form, Q cancels for a small shape: an error of 1/ν roundings, at most ten, in a
        // power 1/ν.
        const double excess = (std::pow(1000 / start, shape) - 1) * std::exp(-k * t);
        CHECK_THAT(law.after(start, t),
                   WithinRel(1000 * std::pow(1 + excess, -1 / shape), 256 * ulp));
    }
}

TEST_CASE("richards: at shape 1 it is logistic", "[growth]")
{
    const logistic<> same{.growth_rate = 0.5, .ceiling = 1000};
    for (const double start : {1e-300, 1.0, 100.0, 499.0, 990.0, 2000.0}) {
        CHECK_THAT(of_shape(1).rate(start), WithinRel(same.rate(start), 8 * ulp));
        // The exponent is at most ln(K/N), 690 from 1e-300, and its rounding error grows with it.
        for (const double t : {0.0, 1e-9, 0.1, 5.0, 30.0, 1e4})
            CHECK_THAT(of_shape(1).after(start, t),
                       WithinRel(same.after(start, t), start < 1 ? 2 * 690 * ulp : 16 * ulp));
    }
    for (const double start : {1e-300, 1.0, 100.0, 499.0, 990.0})
        CHECK_THAT(of_shape(1).inflection(start)->time,
                   WithinAbs(same.inflection(start)->time, 1e-14 * 1400));
}

TEST_CASE("richards: tends to Gompertz growth as the shape tends to 0", "[growth]")
{
    const gompertz<> limit{.growth_rate = 0.5, .ceiling = 1000};
    // They differ by a relative ν ln(K/N)²/2, negligible here.
    const auto shape = GENERATE(1e-20, 1e-100, 1e-280);
    for (const double start : {1.0, 100.0, 600.0, 1000 * (1 - 1e-12), 2000.0}) {
        CHECK_THAT(of_shape(shape).rate(start), WithinRel(limit.rate(start), 8 * ulp));
        for (const double t : {0.0, 1e-9, 0.1, 5.0, 30.0, 1e4})
            CHECK_THAT(of_shape(shape).after(start, t), WithinRel(limit.after(start, t), 16 * ulp));
    }
    for (const double start : {1.0, 100.0, 600.0})
        CHECK_THAT(of_shape(shape).inflection(start)->time,
                   WithinRel(limit.inflection(start)->time, 64 * ulp));
}

TEST_CASE("richards: for a small shape, the difference from Gompertz is first order", "[growth]")
{
    // (1 - e^{-νL})/ν = L (1 - νL/2 + ...), L = ln(K/N).
    const gompertz<> limit{.growth_rate = 0.5, .ceiling = 1000};
    const double     distance = std::log(10.0), shape = 1e-4;
    CHECK_THAT(of_shape(shape).rate(100) / limit.rate(100),
               WithinAbs(1 - shape * distance / 2, shape * shape * distance * distance));
}

TEST_CASE("richards: reproduces a worked example", "[growth]")
{
    // Shape 1, K = 1000, y0 = 100, k = 0.5: 1000/(1 + 9 e^-2.5) and 1000/(1 + 9 e^-5), to the digits
    // shown.
    CHECK_THAT(of_shape(1).after(100, 5), WithinAbs(575.120851, 5e-7));
    CHECK_THAT(of_shape(1).after(100, 10), WithinAbs(942.825619, 5e-7));
}

TEST_CASE("richards: after(s) then after(t) is after(s + t)", "[growth]")
{
    random_numbers draw(143);
    for (int i = 0; i < 300; ++i) {
        const richards<> law{.growth_rate = draw.magnitude(0.01, 1),
                             .ceiling     = 1000,
                             .shape       = draw.magnitude(1e-6, 20)};
        const double     start = draw.magnitude(1, 2000);
        const double     s = draw.between(0, 10), t = draw.between(0, 10);
        CHECK_THAT(law.after(law.after(start, s), t), WithinRel(law.after(start, s + t), 64 * ulp));
    }
}

TEST_CASE("richards: after() inverts itself for negative times", "[growth]")
{
    const auto shape = GENERATE(1e-6, 0.5, 1.0, 3.0);
    for (const double start : {1.0, 400.0, 900.0})
        CHECK_THAT(of_shape(shape).after(of_shape(shape).after(start, 3), -3),
                   WithinRel(start, 128 * ulp));
    // Back to twice the ceiling, rounding errors grow about fifty times.
    CHECK_THAT(of_shape(1).after(of_shape(1).after(2000, 3), -3), WithinRel(2000, 512 * ulp));
}

TEST_CASE("richards: 0 and the ceiling are fixed points", "[growth]")
{
    const auto shape = GENERATE(1e-280, 1e-6, 0.5, 1.0, 3.0, 1e6);
    for (const double t : {0.0, 1e-300, 5.0, 1e4}) {
        CHECK(of_shape(shape).after(0, t) == 0);
        CHECK(of_shape(shape).after(1000, t) == 1000);
    }
    CHECK(of_shape(shape).after(123, 0) == 123);
    CHECK(of_shape(shape).rate(0) == 0);
    CHECK(of_shape(shape).rate(1000) == 0);
    CHECK_THAT(of_shape(shape).after(1e-300, 1e12), WithinRel(1000, ulp));
}

TEST_CASE("richards: after infinite time it is at its ceiling, unless there was nothing", "[growth]")
{
    for (const double shape : {1e-3, 0.5, 1.0, 20.0}) {
        const richards<> law{.growth_rate = 0.2, .ceiling = 500, .shape = shape};
        CHECK(law.after(0, infinite) == 0);
        for (const double size : {1e-9, 1.0, 499.0, 500.0, 2000.0})
            CHECK(law.after(size, infinite) == 500);
    }
}

TEST_CASE("richards: far below the ceiling, the growth rate is k over the shape", "[growth]")
{
    const richards<> sky{.growth_rate = 0.5, .ceiling = 1e300, .shape = 2};
    CHECK_THAT(sky.after(7, 20), WithinRel(7 * std::exp(5.0), 16 * ulp));
    CHECK_THAT(sky.rate(7), WithinRel(7 * 0.25, 4 * ulp));
}

TEST_CASE("richards: growth is fastest at the inflection given by the shape", "[growth]")
{
    // At K (1 + ν)^{-1/ν}, from y0 after ln(Q/ν)/k with Q = (K/y0)^ν - 1.
    const auto   shape = GENERATE(1e-9, 0.1, 0.5, 1.0, 2.0, 10.0);
    const auto   law   = of_shape(shape);
    const double turn  = 1000 * std::exp(-std::log1p(shape) / shape);
    for (const double start : {1.0, 100.0, 300.0, 950.0}) {
        const auto when = law.inflection(start);
        REQUIRE(when);
        CHECK_THAT(law.after(start, when->time), WithinRel(turn, 128 * ulp));
        CHECK((when->time > 0) == (start < turn));
        CHECK_THAT(when->size, WithinRel(turn, 4 * ulp));
        CHECK(when->rate == law.rate(when->size));
    }
    CHECK(law.rate(turn * 0.99) < law.rate(turn));
    CHECK(law.rate(turn * 1.01) < law.rate(turn));
}

TEST_CASE("richards: no inflection from outside the open interval (0, K)", "[growth]")
{
    for (const double size : {0.0, 1000.0, 2000.0, -1.0, std::nan("")})
        CHECK_FALSE(of_shape(2).inflection(size));
}

TEST_CASE("richards: accurate for short times and any shape", "[growth]")
{
    const auto shape = GENERATE(1e-12, 1e-3, 1.0, 30.0);
    const auto t     = GENERATE(1e-15, 1e-9, 1e-3, 1.0, 8.0, 30.0, 500.0);
    const auto start = GENERATE(1e-6, 1.0, 100.0, 999.0, 1e4);
    // The exponent is at most half of ln 1e9 < 21, with four roundings.
    CHECK_THAT(
        of_shape(shape).after(start, t),
        WithinRel(static_cast<double>(exact(shape).after(digits50(start), digits50(t))), 42 * ulp));
}

TEST_CASE("richards: a large shape does not overflow far below the ceiling", "[growth]")
{
    // (K/N0)^ν is 1e3000.
    const auto t = GENERATE(1.0, 5000.0, 13000.0, 14000.0, 20000.0);
    CHECK_THAT(of_shape(10).after(1e-297, t),
               WithinRel(static_cast<double>(exact(10).after(digits50(1e-297), digits50(t))),
                         4 * 690 * ulp));
}

TEST_CASE("richards: the rate is accurate next to the ceiling", "[growth]")
{
    const auto shape = GENERATE(1e-12, 0.5, 1.0, 30.0);
    const auto off   = GENERATE(1e-15, 1e-9, 1e-3);
    const auto size  = GENERATE_COPY(1000 * (1 - off), 1000 * (1 + off));
    CHECK_THAT(of_shape(shape).rate(size),
               WithinRel(static_cast<double>(exact(shape).rate(digits50(size))), 8 * ulp));
}

TEST_CASE("richards: NaN propagates", "[growth]")
{
    CHECK(std::isnan(of_shape(2).after(std::nan(""), 1)));
    CHECK(std::isnan(of_shape(2).after(1, std::nan(""))));
    CHECK(std::isnan(of_shape(2).rate(std::nan(""))));
}

TEST_CASE("richards: slopes agree with differences", "[growth]")
{
    const auto by_shape = []<class R>(const R& x) -> R {
        const richards<R> law{.growth_rate = R(0.5), .ceiling = R(1024), .shape = x};
        return law.after(R(100), R(1)) + law.after(R(100), R(5)) + law.rate(R(100)) +
               law.inflection(R(100))->time;
    };
    // For a small shape, the derivative is a difference of terms of size 1/ν.
    for (const double shape : {0.05, 0.5, 1.0, 2.0, 5.0})
        CHECK_THAT(slope_of_dual(by_shape, shape),
                   WithinRel(slope_of_differences(by_shape, shape), slope_error));
    const auto by_size = []<class R>(const R& x) -> R {
        const richards<R> law{.growth_rate = R(0.5), .ceiling = R(1024), .shape = R(2)};
        return law.after(x, R(1)) + law.after(x, R(9)) + law.rate(x) + law.inflection(x)->time;
    };
    for (const double size : {1.0, 100.0, 1000.0})
        CHECK_THAT(slope_of_dual(by_size, size),
                   WithinRel(slope_of_differences(by_size, size), slope_error));
}

TEST_CASE("richards: describes itself", "[growth]")
{
    CHECK(wrong_in_description(of_shape(2)).empty());
    CHECK(names_of(of_shape(2)) == std::vector<std::string>{"growth_rate", "ceiling", "shape"});
}

TEST_CASE("richards: refuses invalid parameters", "[growth]")
{
    const auto refused = [](const char* name, double value) {
        return refused_by([=] { return with(of_shape(2), {{name, value}}); });
    };
    for (const char* name : {"growth_rate", "ceiling", "shape"})
        for (const double bad : {0.0, -1.0, infinite, std::nan("")})
            CHECK(refused(name, bad) == "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return richards<>{.growth_rate = 1, .ceiling = 5, .shape = 0}; }),
               ContainsSubstring("richards_test.cpp:"));
}

} // namespace richards_test
