#include <orgscale/improvement/continuous_improvement.hpp>

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
#include <orgscale/improvement/no_improvement.hpp>

namespace continuous_improvement_test {

using namespace orgscale;

namespace {

continuous_improvement<> drawn(random_numbers& draw)
{
    const double before = draw.between(0, 0.99);
    return {.halving_time   = draw.magnitude(0.1, 100),
            .gain           = draw.magnitude(1e-3, 10),
            .defects_before = before,
            .least_defects  = before * draw.between(0, 1),
            .start          = draw.between(-10, 10)};
}

} // namespace

TEST_CASE("continuous_improvement: defects fall in proportion to the improvable part",
          "[improvement]")
{
    // dD/dt = -(ln 2/h) (D - Dm); productivity approaches 1 + G at the same rate.
    random_numbers draw(911);
    for (int i = 0; i < 50; ++i) {
        const auto     firm  = drawn(draw);
        const auto     exact = with_real<digits50>(firm);
        const digits50 time  = exact.start + digits50(draw.between(0.01, 50));
        const digits50 step("1e-15"), pace = log(digits50(2)) / exact.halving_time;
        const digits50 fell = (exact.defects(time + step) - exact.defects(time - step)) /
                              (2 * step);
        const digits50 rose = (exact.productivity(time + step) - exact.productivity(time - step)) /
                              (2 * step);
        CHECK(abs(digits50(fell + pace * (exact.defects(time) - exact.least_defects))) <
              digits50("1e-26"));
        CHECK(abs(digits50(rose - pace * (1 + exact.gain - exact.productivity(time)))) <
              digits50("1e-25"));
    }
}

TEST_CASE("continuous_improvement: agrees with half_life and published numbers", "[improvement]")
{
    // Analog Devices: 500 to 50 per million in 36 months (Kaplan and Norton 1992).
    const continuous_improvement<> analog{
        .halving_time   = half_life<>::fitted(500, 50, 36)->halving_time,
        .defects_before = 500e-6,
        .start          = 6};
    CHECK_THAT(analog.defects(42), WithinRel(50e-6, 8 * ulp));
    random_numbers draw(912);
    for (int i = 0; i < 200; ++i) {
        const auto        firm = drawn(draw);
        const half_life<> pace{.halving_time = firm.halving_time,
                               .minimum      = double{firm.least_defects}};
        const double      s = draw.between(0, 100);
        CHECK(firm.defects(firm.start + s) ==
              pace.after(firm.defects_before, (firm.start + s) - firm.start));
    }
}

TEST_CASE("continuous_improvement: after one half-life half of it is achieved", "[improvement]")
{
    const continuous_improvement<> firm{
        .halving_time = 9, .gain = 0.5, .defects_before = 0.25, .least_defects = 0.05, .start = 3};
    CHECK_THAT(firm.productivity(12), WithinRel(1.25, 2 * ulp));
    CHECK_THAT(firm.defects(12), WithinRel(0.15, 4 * ulp));
    CHECK_THAT(firm.productivity(21), WithinRel(1.375, 2 * ulp));
    CHECK_THAT(firm.defects(21), WithinRel(0.10, 4 * ulp));
}

TEST_CASE("continuous_improvement: constant before the start, complete in the end", "[improvement]")
{
    random_numbers draw(913);
    for (int i = 0; i < 200; ++i) {
        const auto firm = drawn(draw);
        for (const double early : {0.0, 1e-9, 5.0, 1e300, infinite}) {
            CHECK(firm.productivity(firm.start - early) == 1);
            CHECK(firm.defects(firm.start - early) == firm.defects_before);
        }
        const double late = firm.start + 1e4 * firm.halving_time;
        CHECK(firm.productivity(late) == 1 + firm.gain);
        CHECK(firm.defects(late) == firm.least_defects);
        CHECK(firm.breakpoints().size() == 1);
        CHECK(firm.breakpoints()[0] == firm.start);
    }
}

TEST_CASE("continuous_improvement: is monotone and bounded", "[improvement]")
{
    random_numbers draw(914);
    for (int i = 0; i < 200; ++i) {
        const auto firm         = drawn(draw);
        double     productivity = 0, defects = 1;
        for (double s = -2; s < 12; s += 0.25) {
            const double t = firm.start + s * firm.halving_time;
            CHECK(firm.productivity(t) >= productivity);
            CHECK(firm.defects(t) <= defects * (1 + 2 * ulp)); // at the limit: its rounding
            productivity = firm.productivity(t);
            defects      = firm.defects(t);
            CHECK(productivity >= 1);
            CHECK(defects >= firm.least_defects);
            CHECK(defects < 1);
        }
    }
}

TEST_CASE("continuous_improvement: no gain and no defects, or an infinite h, change nothing",
          "[improvement]")
{
    const no_improvement<>         neutral;
    const continuous_improvement<> nothing, idle{.halving_time = 9},
        endless{.gain = 3, .defects_before = 0.25};
    for (const double t : {-5.0, 0.0, 3.7, 1e6}) {
        for (const auto& firm : {nothing, idle}) {
            CHECK(firm.productivity(t) == neutral.productivity(t));
            CHECK(firm.defects(t) == neutral.defects(t));
        }
        CHECK(endless.productivity(t) == 1);
        CHECK(endless.defects(t) == 0.25);
    }
}

TEST_CASE("continuous_improvement: slopes agree with differences", "[improvement]")
{
    const auto firm = []<class R>(const R& h, const R& gain, const R& before, const R& t) -> R {
        const continuous_improvement<R> policy{.halving_time   = h,
                                               .gain           = gain,
                                               .defects_before = before,
                                               .least_defects  = R(0.125),
                                               .start          = R(2)};
        return policy.productivity(t) + 3 * policy.defects(t);
    };
    const auto by_halving = [&]<class R>(const R& h) -> R { return firm(h, R(0.5), R(0.5), R(7)); };
    const auto by_gain    = [&]<class R>(const R& g) -> R { return firm(R(8), g, R(0.5), R(7)); };
    const auto by_before  = [&]<class R>(const R& d) -> R { return firm(R(8), R(0.5), d, R(7)); };
    const auto by_time    = [&]<class R>(const R& t) -> R { return firm(R(8), R(0.5), R(0.5), t); };
    const auto alike      = [](const auto& f, double x) {
        CHECK_THAT(slope_of_dual(f, x), WithinRel(slope_of_differences(f, x), slope_error));
    };
    for (const double h : {0.5, 5.0, 8.0, 1e4}) alike(by_halving, h);
    for (const double g : {0.25, 3.0}) alike(by_gain, g);
    for (const double d : {0.25, 0.875}) alike(by_before, d);
    for (const double t : {2.5, 30.0}) alike(by_time, t);
}

TEST_CASE("continuous_improvement: describes itself", "[improvement]")
{
    const continuous_improvement<> firm{.halving_time = 9, .gain = 0.5, .defects_before = 0.1};
    CHECK(wrong_in_description(firm).empty());
    CHECK(names_of(firm) == std::vector<std::string>{"halving_time", "gain", "defects_before",
                                                     "least_defects", "start"});
}

TEST_CASE("continuous_improvement: refuses a minimum above the initial defects", "[improvement]")
{
    const continuous_improvement<> firm{.halving_time = 9, .gain = 0.5, .defects_before = 0.1};
    const auto                     refused = [&](const char* name, double value) {
        return refused_by([&] { return with(firm, {{name, value}}); });
    };
    for (const double bad : {0.0, -1.0, std::nan("")})
        CHECK(refused("halving_time", bad) == "must be greater than 0");
    for (const double bad : {-1.0, infinite, std::nan("")})
        CHECK(refused("gain", bad) == "must be 0 or greater, and finite");
    for (const double bad : {-0.1, 1.0, std::nan("")})
        CHECK(refused("defects_before", bad) == "must be 0 or greater and less than 1");
    CHECK(refused("least_defects", 1) == "must be 0 or greater and less than 1");
    CHECK(refused("least_defects", 0.2) == "least_defects must be at most defects_before");
    CHECK(refused("start", infinite) == "must be finite");
    CHECK_THAT(refusal_text([] { return continuous_improvement<>{.gain = -5}; }),
               ContainsSubstring("continuous_improvement_test.cpp:"));
}

} // namespace continuous_improvement_test
