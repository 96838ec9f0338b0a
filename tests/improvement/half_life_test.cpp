#include <orgscale/improvement/half_life.hpp>

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

namespace half_life_test {

using namespace orgscale;

namespace {

half_life<> drawn(random_numbers& draw)
{
    return {.halving_time = draw.magnitude(0.1, 100), .minimum = draw.between(0, 10)};
}

} // namespace

TEST_CASE("half_life: the closed form solves the equation", "[improvement]")
{
    random_numbers draw(901);
    for (int i = 0; i < 50; ++i) {
        const half_life<digits50> pace{.halving_time = digits50(draw.magnitude(0.1, 100)),
                                       .minimum      = digits50(draw.between(0, 10))};
        const digits50            level(draw.between(0, 100)), time(draw.between(0, 50));
        const digits50            step("1e-15"); // central difference: an error of 1e-30
        const digits50 grew = (pace.after(level, time + step) - pace.after(level, time - step)) /
                              (2 * step);
        CHECK(abs(digits50(grew - pace.rate(pace.after(level, time)))) < digits50("1e-26"));
    }
}

TEST_CASE("half_life: each half-life halves the improvable part", "[improvement]")
{
    random_numbers draw(902);
    for (int i = 0; i < 200; ++i) {
        const auto   pace      = drawn(draw);
        const double level     = pace.minimum + draw.between(0, 100);
        const int    times     = 1 + static_cast<int>(draw.between(0, 20));
        double       by_halves = level - pace.minimum;
        for (int n = 0; n < times; ++n) by_halves /= 2;
        // The exponential amplifies roundings by up to 14.
        CHECK_THAT(pace.after(level, times * pace.halving_time),
                   WithinRel(pace.minimum + by_halves, 20 * ulp));
        CHECK_THAT(pace.after(level, pace.halving_time),
                   WithinRel((level + pace.minimum) / 2, 4 * ulp));
    }
}

TEST_CASE("half_life: after(s) then after(t) equals after(s + t)", "[improvement]")
{
    random_numbers draw(903);
    for (int i = 0; i < 200; ++i) {
        const auto   pace  = drawn(draw);
        const double level = pace.minimum + draw.between(0, 100);
        const double s     = pace.halving_time * draw.between(0, 8);
        const double t     = pace.halving_time * draw.between(0, 8);
        CHECK_THAT(pace.after(pace.after(level, s), t),
                   WithinRel(pace.after(level, s + t), 32 * ulp));
    }
}

TEST_CASE("half_life: units of time and level do not matter", "[improvement]")
{
    random_numbers draw(904);
    for (int i = 0; i < 200; ++i) {
        const auto        pace  = drawn(draw);
        const double      level = pace.minimum + draw.between(0, 100), t = draw.between(0, 50);
        const half_life<> in_days{.halving_time = 32 * pace.halving_time,
                                  .minimum      = 1024 * pace.minimum}; // powers of 2: exact
        CHECK(in_days.after(1024 * level, 32 * t) == 1024 * pace.after(level, t));
    }
}

TEST_CASE("half_life: the level is unchanged at t = 0 and the minimum in the end", "[improvement]")
{
    random_numbers draw(905);
    for (int i = 0; i < 100; ++i) {
        const auto   pace  = drawn(draw);
        const double level = pace.minimum + draw.between(0, 100);
        CHECK(pace.after(level, 0) == level);
        CHECK(pace.after(level, 1e5 * pace.halving_time) == pace.minimum);
        CHECK(pace.after(pace.minimum, 3) == pace.minimum);
        CHECK(pace.rate(pace.minimum) == 0);
    }
}

TEST_CASE("half_life: with an infinite h nothing improves", "[improvement]")
{
    const half_life<> idle{.halving_time = infinite, .minimum = 3};
    CHECK(idle.after(7.3, 1e9) == 7.3);
    CHECK(idle.rate(7.3) == 0);
    CHECK(idle.exposure(7, 64) == 7 * 64);
    CHECK(idle.saved(7, 64) == 0);
    CHECK_FALSE(idle.time_to(7, 5));
    CHECK(idle.time_to(7, 7) == 0);
}

TEST_CASE("half_life: agrees with the published half-lives of Analog Devices", "[improvement]")
{
    // Kaplan and Norton (1992): from 500 to 50 per million, and from 70 to 96 percent on time, in 36
    // months: half-lives of 36/log2(10) and 36/log2(7.5), to the digits shown.
    const auto delivered = half_life<>::fitted(500, 50, 36);
    const auto late      = half_life<>::fitted(100 - 70, 100 - 96, 36);
    REQUIRE(delivered);
    REQUIRE(late);
    CHECK_THAT(delivered->halving_time, WithinAbs(10.837, 5e-4));
    CHECK_THAT(late->halving_time, WithinAbs(12.384, 5e-4));
    CHECK_THAT(delivered->halving_time, WithinRel(36 / std::log2(10.0), 4 * ulp));
    CHECK_THAT(late->halving_time, WithinRel(36 / std::log2(7.5), 4 * ulp));
    CHECK_THAT(delivered->after(500, 36), WithinRel(50, 8 * ulp));
    CHECK_THAT(late->after(30, 36), WithinRel(4, 8 * ulp));
}

TEST_CASE("half_life: a fitted one passes through both observations", "[improvement]")
{
    random_numbers draw(906);
    for (int i = 0; i < 300; ++i) {
        const double least = draw.between(0, 10), level = least + draw.magnitude(1, 100);
        const double later = least + (level - least) * (1 - draw.magnitude(1e-3, 0.99));
        const double time  = draw.magnitude(0.1, 100);
        const auto   pace  = half_life<>::fitted(level, later, time, least);
        REQUIRE(pace);
        // Differences from the minimum carry roundings of the size of the levels.
        CHECK_THAT(pace->after(level, time), WithinRel(later, 8 * ulp));
        CHECK_THAT(pace->time_to(level, later).value(), WithinRel(time, 8 * ulp));
    }
}

TEST_CASE("half_life: levels that don't fall, or fall to the minimum, have none", "[improvement]")
{
    CHECK_FALSE(half_life<>::fitted(50, 50, 36));
    CHECK_FALSE(half_life<>::fitted(50, 60, 36));
    CHECK_FALSE(half_life<>::fitted(50, 10, 36, 10));
    CHECK_FALSE(half_life<>::fitted(50, 5, 36, 10));
    CHECK_FALSE(half_life<>::fitted(50, 5, 0));
    CHECK_FALSE(half_life<>::fitted(std::nan(""), 5, 36));
    CHECK_FALSE(half_life<>::fitted(50, std::nan(""), 36));
    const half_life<> pace{.halving_time = 9, .minimum = 10};
    CHECK_FALSE(pace.time_to(50, 10));
    CHECK_FALSE(pace.time_to(50, 5));
    CHECK_FALSE(pace.time_to(50, 60));
    CHECK_FALSE(pace.time_to(50, std::nan("")));
}

TEST_CASE("half_life: of_cycle agrees with cycles applied one by one", "[improvement]")
{
    random_numbers draw(907);
    for (int i = 0; i < 200; ++i) {
        const double share = draw.magnitude(1e-3, 0.9), length = draw.magnitude(0.1, 10);
        const auto   pace  = half_life<>::of_cycle(share, length, 2);
        double       level = 100;
        for (int cycle = 0; cycle < 10; ++cycle) level -= share * (level - 2);
        // (1-q)^10 down to 1e-10: an exponent of 23.
        CHECK_THAT(pace.after(100, 10 * length), WithinRel(level, 64 * ulp));
    }
    CHECK_THAT(half_life<>::of_cycle(0.5, 3).halving_time, WithinRel(3, 2 * ulp));
    CHECK(half_life<>::of_cycle(0, 3).halving_time == infinite);
}

TEST_CASE("half_life: the exposure is the integral of the level", "[improvement]")
{
    random_numbers draw(908);
    for (int i = 0; i < 50; ++i) {
        const auto   pace    = drawn(draw);
        const double level   = pace.minimum + draw.between(0, 100);
        const double horizon = pace.halving_time * draw.magnitude(1e-3, 4);
        // Simpson's rule: for an exponent of up to 4 ln 2 its error is (2.8/64)^4/180, 2e-8.
        constexpr int parts = 64;
        double        sum   = pace.after(level, 0) + pace.after(level, horizon);
        for (int n = 1; n < parts; ++n)
            sum += (n % 2 == 1 ? 4 : 2) * pace.after(level, horizon * n / parts);
        CHECK_THAT(pace.exposure(level, horizon), WithinRel(sum * horizon / parts / 3, 3e-8));
        CHECK_THAT(pace.exposure(level, horizon) + pace.saved(level, horizon),
                   WithinRel(level * horizon, 8 * ulp));
    }
}

TEST_CASE("half_life: exposure agrees with the documented formula", "[improvement]")
{
    random_numbers draw(909);
    for (int i = 0; i < 200; ++i) {
        const auto   pace    = drawn(draw);
        const double level   = pace.minimum + draw.between(0, 100);
        const double h       = pace.halving_time;
        const double horizon = h * draw.magnitude(0.1, 100);
        CHECK_THAT(
            pace.exposure(level, horizon),
            WithinRel((level - pace.minimum) * h / std::log(2.0) * (1 - std::exp2(-horizon / h)) +
                          pace.minimum * horizon,
                      64 * ulp)); // 1 - 2^-0.1 cancels by 15
    }
}

TEST_CASE("half_life: slopes agree with differences", "[improvement]")
{
    const auto by_halving = []<class R>(const R& h) -> R {
        const half_life<R> pace{.halving_time = h, .minimum = R(0.5)};
        return pace.after(R(100), R(5)) + pace.exposure(R(100), R(5)) + *pace.time_to(R(100), R(7));
    };
    const auto by_minimum = []<class R>(const R& m) -> R {
        const half_life<R> pace{.halving_time = R(8), .minimum = m};
        return pace.after(R(100), R(5)) + pace.saved(R(100), R(5)) + *pace.time_to(R(100), R(7)) +
               half_life<R>::fitted(R(100), R(7), R(3), m)->halving_time;
    };
    for (const double h : {0.25, 5.0, 3.4, 1e4})
        CHECK_THAT(slope_of_dual(by_halving, h),
                   WithinRel(slope_of_differences(by_halving, h), slope_error));
    for (const double m : {0.25, 1.0, 6.0})
        CHECK_THAT(slope_of_dual(by_minimum, m),
                   WithinRel(slope_of_differences(by_minimum, m), slope_error));
}

TEST_CASE("half_life: describes itself", "[improvement]")
{
    const half_life<> pace{.halving_time = 9, .minimum = 2};
    CHECK(wrong_in_description(pace).empty());
    CHECK(names_of(pace) == std::vector<std::string>{"halving_time", "minimum"});
}

TEST_CASE("half_life: refuses half-lives of zero and negative minima", "[improvement]")
{
    const half_life<> pace{.halving_time = 9, .minimum = 2};
    const auto        refused = [&](const char* name, double value) {
        return refused_by([&] { return with(pace, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, std::nan("")})
        CHECK(refused("halving_time", bad) == "must be greater than 0");
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused("minimum", bad) == "must be 0 or greater, and finite");
    for (const double bad : {-0.1, 1.0, std::nan("")})
        CHECK(refused_by([&] { return half_life<>::of_cycle(bad, 1); }) ==
              "must be 0 or greater and less than 1");
    for (const double bad : {0.0, -1.0, infinite})
        CHECK(refused_by([&] { return half_life<>::of_cycle(0.1, bad); }) ==
              "must be greater than 0 and finite");
    CHECK_THAT(refusal_text([] { return half_life<>{.halving_time = -5}; }),
               ContainsSubstring("half_life_test.cpp:"));
    CHECK_THAT(refusal_text([] { return half_life<>::of_cycle(2, 1); }),
               ContainsSubstring("half_life_test.cpp:"));
}

} // namespace half_life_test
