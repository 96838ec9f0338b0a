#include <orgscale/fit/identify.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <vector>

#include <catch.hpp>
#include <recorded_growth.hpp>

#include <orgscale/fit/detail/random_stream.hpp>

namespace identify_test {

using namespace orgscale;

namespace {

std::vector<double> years(double first, std::size_t count)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(first + static_cast<double>(i));
    return all;
}

template <class Size>
identified of(std::size_t count, double noise, std::uint64_t seed, const Size& size,
              const identify_options& options = {})
{
    return identify(years(2000, count), recorded_growth::recorded(count, noise, seed, size),
                    options);
}

// Articles of the English Wikipedia on 1 January, from 2002 (its own page on its size).
const std::vector<double> articles{19700,   96500,   188800,  438500,  895000,  1560000, 2153000,
                                   2679000, 3144000, 3518000, 3835000, 4133000, 4413000, 4682000,
                                   5045000, 5321200, 5541900, 5773600, 5989400, 6219700, 6431400};

identified wikipedia(std::size_t count)
{
    return identify(years(2002, count),
                    std::vector<double>(articles.begin(),
                                        articles.begin() + static_cast<std::ptrdiff_t>(count)));
}

} // namespace

TEST_CASE("identify: laws with little noise are named, with their numbers", "[fit]")
{
    const auto line = of(24, 0.005, 1, [](double t) { return 100 + 20 * t; });
    CHECK(line.verdict == growth_verdict::linear);
    REQUIRE(line.exponent);
    CHECK(line.exponent->contains(1));
    REQUIRE(line.stable_since);
    CHECK(*line.stable_since < 2023);

    const auto exponential = of(30, 0.002, 2, [](double t) { return 50 * std::exp(0.15 * t); });
    CHECK(exponential.verdict == growth_verdict::exponential);
    REQUIRE(exponential.rate);
    CHECK_THAT(*exponential.rate, WithinAbs(0.15, 5 * 0.002 / 8.66 / std::sqrt(30.0))); // 5 errors

    const auto power = of(24, 0.005, 3, [](double t) { return 3 * std::pow(t + 3, 2.5); });
    CHECK(power.verdict == growth_verdict::superlinear);
    const auto root = of(24, 0.005, 4, [](double t) { return 30 * std::sqrt(t + 1); });
    CHECK(root.verdict == growth_verdict::sublinear);
    REQUIRE(root.exponent);
    CHECK(root.exponent->contains(0.5));

    const auto s_curve =
        of(30, 0.01, 5, [](double t) { return 1000 / (1 + 40 * std::exp(-0.3 * t)); });
    CHECK(s_curve.verdict == growth_verdict::saturating);
    REQUIRE(s_curve.ceiling);
    CHECK(s_curve.ceiling->contains(1000));
    CHECK(s_curve.ceiling->high);

    const auto fall = of(20, 0.02, 6, [](double t) { return 900 * std::exp(-0.1 * t); });
    CHECK(fall.verdict == growth_verdict::decline);
}

TEST_CASE("identify: a break is an answer, with its date", "[fit]")
{
    const auto broken = of(24, 0.01, 7, [](double t) {
        return 100 * std::exp(t < 12 ? 0.2 * t : 2.4 - 0.05 * (t - 12));
    });
    CHECK(broken.verdict == growth_verdict::regime_change);
    REQUIRE(broken.change_points.size() == 1);
    CHECK(broken.change_points[0].low <= 2012);
    CHECK(broken.change_points[0].high >= 2011);
}

TEST_CASE("identify: what no law explains is none of these", "[fit]")
{
    const auto wave = of(
        30, 0.005, 8, [](double t) { return 100 * std::exp(0.02 * t + 0.2 * std::sin(0.5 * t)); });
    CHECK(wave.verdict == growth_verdict::undecided);
    CHECK(wave.probability(growth_verdict::undecided) > 0.9);
    const auto twice = of(30, 0.01, 9, [](double t) {
        return 20 + 100 / (1 + std::exp(6 - t)) + 200 / (1 + std::exp(22 - t));
    });
    CHECK(twice.verdict == growth_verdict::undecided);
}

TEST_CASE("identify: an early S-curve has no upper bound", "[fit]")
{
    // To a quarter of the ceiling of 100, with errors of 1: the criteria prefer an exponential.
    for (std::uint64_t seed = 1; seed <= 3; ++seed) {
        detail::random_stream stream{seed, 1};
        std::vector<double>   y;
        for (int i = 0; i < 12; ++i) {
            const double x = 100 / (1 + 99 * std::exp(-i * std::log(99.0 / 3) / 11));
            y.push_back(std::max(x + stream.normal(), 0.05));
        }
        const auto early = identify(years(0, 12), y);
        CHECK(early.verdict != growth_verdict::saturating);
        CHECK(early.verdict != growth_verdict::linear);
        if (early.ceiling) CHECK_FALSE(early.ceiling->high);
    }
}

TEST_CASE("identify: the encyclopedia's wall is not claimed", "[fit]")
{
    // Logistic and Gompertz curves up to 2011 have bounded ceilings with innocent residuals, both wrong.
    const auto until_2011 = wikipedia(10);
    REQUIRE(until_2011.ceiling);
    CHECK(until_2011.ceiling->contains(6431400));
    CHECK(until_2011.verdict != growth_verdict::exponential);
    CHECK(until_2011.verdict != growth_verdict::linear);
    CHECK_FALSE(until_2011.reasons.empty());
    for (const std::size_t count : {8U, 12U, 14U}) {
        const auto then = wikipedia(count);
        if (then.ceiling) CHECK(then.ceiling->contains(6431400));
    }
}

TEST_CASE("identify: a plateau that collapses is no growth", "[fit]")
{
    // Questions a month on Stack Overflow, 2015 to 2025.
    const auto questions = identify(
        years(2015, 11), std::vector<double>{258810, 266787, 263134, 240740, 226444, 256441, 219768,
                                             196603, 123436, 65788, 18269});
    for (const auto growth :
         {growth_verdict::linear, growth_verdict::sublinear, growth_verdict::superlinear,
          growth_verdict::exponential, growth_verdict::saturating}) {
        CHECK(questions.verdict != growth);
        CHECK(questions.probability(growth) < 0.05);
    }
}

TEST_CASE("identify: too few figures are not enough data", "[fit]")
{
    // Debian's developers: five releases have a figure.
    const double missing = std::numeric_limits<double>::quiet_NaN();
    const auto   debian  = identify(
        std::vector<double>{1995.8, 1996.5, 1996.9, 1997.4, 1998.6, 1999.2, 2000.6, 2002.6},
        std::vector<double>{60, missing, 120, 200, 400, missing, missing, 900});
    CHECK(debian.verdict == growth_verdict::not_enough_data);
    CHECK_THAT(debian.reasons.at(0), ContainsSubstring("5 figures"));
    CHECK(identify(std::vector<double>{}, std::vector<double>{}).verdict ==
          growth_verdict::not_enough_data);
}

TEST_CASE("identify: a level, noise and rounding name nothing", "[fit]")
{
    CHECK(of(12, 0.02, 10, [](double) { return 100; }).verdict == growth_verdict::undecided);
    CHECK(identify(years(0, 12), std::vector<double>(12, 5)).verdict == growth_verdict::undecided);
    int named = 0;
    for (std::uint64_t seed = 1; seed <= 12; ++seed)
        if (of(14, 0.1, 100 + seed, [](double) { return 100; }, {.back_tests = false}).verdict !=
            growth_verdict::undecided)
            ++named;
    CHECK(named == 0); // a slope's sign alone would name two
    const auto slow = of(10, 0.03, 11, [](double t) { return 100 * std::exp(0.05 * t); });
    CHECK(slow.verdict == growth_verdict::undecided);
    // Whole numbers from 3 to 6 follow a line and an exponential alike.
    const auto whole = identify(years(0, 9), std::vector<double>{3, 3, 4, 4, 4, 5, 5, 6, 6});
    CHECK(whole.rounding == 1);
    CHECK(whole.verdict == growth_verdict::undecided);
}

TEST_CASE("identify: probabilities sum to 1 and don't depend on units", "[fit]")
{
    const auto size = [](double t) { return 1000 / (1 + 40 * std::exp(-0.3 * t)); };
    const auto one  = of(15, 0.05, 12, size, {.back_tests = false});
    const auto other =
        of(15, 0.05, 12, [&](double t) { return 1e6 * size(t); }, {.back_tests = false});
    double sum = 0, laws = 0;
    for (const double p : one.probabilities) sum += p;
    for (const auto& law : one.laws) laws += law.probability;
    CHECK_THAT(sum, WithinRel(1.0, 1e-12));
    CHECK_THAT(laws, WithinRel(1.0, 1e-12));
    for (std::size_t i = 0; i < 8; ++i)
        CHECK_THAT(other.probabilities[i], WithinAbs(one.probabilities[i], 1e-3)); // search
}

TEST_CASE("identify: compares the laws that are asked for", "[fit]")
{
    const auto two = of(12, 0.01, 13, [](double t) { return 100 + 20 * t; },
                        {.laws = {growth_law::linear, growth_law::exponential}});
    REQUIRE(two.laws.size() == 2);
    CHECK(two.laws[0].law == growth_law::linear);
}

TEST_CASE("identify: figures of nothing are no regime", "[fit]")
{
    std::vector<double>   swings, lottery;
    detail::random_stream stream{14, 0};
    for (int i = 0; i < 14; ++i) {
        swings.push_back(i % 2 == 0 ? 1 : 1e9);
        lottery.push_back(std::exp(30 * stream.normal()));
    }
    CHECK(identify(years(0, 14), swings).verdict == growth_verdict::undecided);
    CHECK(identify(years(0, 14), lottery).verdict == growth_verdict::undecided);
    std::vector<double> barely;
    for (int i = 0; i < 12; ++i) barely.push_back(7 * (1 + 1e-12 * i));
    CHECK(identify(years(0, 12), barely).probability(growth_verdict::decline) < 0.5);
}

TEST_CASE("identify: zeros at the start and in between are figures", "[fit]")
{
    const auto started = identify(
        years(0, 14), std::vector<double>{0, 0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100, 110, 120});
    CHECK(started.verdict == growth_verdict::linear);
    const auto outage = identify(
        years(0, 14), std::vector<double>{5, 10, 15, 21, 24, 31, 0, 40, 46, 49, 56, 60, 64, 71});
    CHECK(outage.verdict == growth_verdict::undecided);
    double sum = 0;
    for (const double p : outage.probabilities) sum += p;
    CHECK_THAT(sum, WithinRel(1.0, 1e-12));
}

TEST_CASE("identify: figures that can't fall below 0 are no regime", "[fit]")
{
    // Exponentials with errors of two fifths of the last size; what would lie below 0 is 0. A step or a bend costs as
    // much as among figures without a 0.
    for (const std::uint64_t seed : {59U, 75U, 145U}) {
        detail::random_stream stream{seed, 3};
        std::vector<double>   y;
        for (int i = 0; i < 20; ++i)
            y.push_back(std::max(100 * std::exp(5 * (i / 19.0 - 1)) + 40 * stream.normal(), 0.0));
        const auto noisy = identify(years(0, 20), y, {.back_tests = false});
        CHECK(noisy.verdict != growth_verdict::regime_change);
    }
    // The same with a break: nothing for ten years, then a market.
    detail::random_stream stream{1, 4};
    std::vector<double>   y;
    for (int i = 0; i < 20; ++i)
        y.push_back(std::max((i < 10 ? 0 : 100) + 8 * stream.normal(), 0.0));
    y[0]              = 3;
    const auto opened = identify(years(0, 20), y, {.back_tests = false});
    CHECK(opened.verdict == growth_verdict::regime_change);
    REQUIRE(opened.change_points.size() == 1);
    CHECK(opened.change_points[0].after == 9);
}

TEST_CASE("identify: refuses figures that are none", "[fit]")
{
    const auto t = years(0, 9);
    CHECK_THROWS_AS(identify(t, std::vector<double>(8, 1)), parameter_error);
    CHECK_THROWS_AS(identify(t, std::vector<double>{1, 2, 3, 4, -5, 6, 7, 8, 9}), parameter_error);
    CHECK_THROWS_AS(identify(t, std::vector<double>{1, 2, 3, 4, HUGE_VAL, 6, 7, 8, 9}),
                    parameter_error);
    CHECK_THROWS_AS(identify(std::vector<double>{0, 1, 1}, std::vector<double>{1, 2, 3}),
                    parameter_error);
}

TEST_CASE("identify: probabilities hold, and confident answers are right", "[fit]")
{
#ifdef ORGSCALE_ALL_DRAWS
    constexpr std::uint64_t sets = 400;
#else
    constexpr std::uint64_t sets = 2;
#endif
    using detail::curve_family;
    struct law {
        curve_family   family;
        double         shape, top; ///< of the last size
        growth_verdict truth;
    };
    const std::vector<law> laws{
        {curve_family::power, 0, HUGE_VAL, growth_verdict::linear},
        {curve_family::power, 0.55, HUGE_VAL, growth_verdict::superlinear},
        {curve_family::power, -1.5, HUGE_VAL, growth_verdict::sublinear},
        {curve_family::power, 1, HUGE_VAL, growth_verdict::exponential},
        {curve_family::parallelized, 0.1, HUGE_VAL, growth_verdict::superlinear},
        {curve_family::bass, 0, 1.3, growth_verdict::saturating},
        {curve_family::gompertz, 0, 1.2, growth_verdict::saturating},
        {curve_family::richards, 0.5, 1.1, growth_verdict::saturating},
        {curve_family::bass, 0.05, 1.2, growth_verdict::saturating}};
    double expected = 0, variance = 0;
    int    right = 0, named = 0, wrong = 0, total = 0;
    for (std::size_t l = 0; l < laws.size(); ++l)
        for (std::uint64_t set = 0; set < sets; ++set) {
            detail::random_stream stream{100 + l, set};
            const auto            n     = 10 + static_cast<std::size_t>(stream.below(15));
            const double          noise = std::exp(-5 + 2.5 * stream.uniform()); // 0.7 to 8 percent
            const double          first = std::exp(-1 - 2 * stream.uniform());
            const bool            logs  = stream.uniform() < 0.5;
            detail::growth_curve  curve{laws[l].family, laws[l].shape, laws[l].top};
            const double          a = curve.link(first), b = curve.link(1) - a;
            std::vector<double>   t, y;
            for (std::size_t i = 0; i < n; ++i) {
                t.push_back(static_cast<double>(i));
                const double x =
                    curve.size(a + b * static_cast<double>(i) / static_cast<double>(n - 1));
                const double e = noise * stream.normal();
                y.push_back(1000 * (logs ? x * std::exp(e) : std::max(x + e / 2, 1e-3)));
            }
            const auto   is  = identify(t, y, {.resamples = 99, .back_tests = false});
            const double top = *std::max_element(is.probabilities.begin(), is.probabilities.end());
            expected += top;
            variance += top * (1 - top);
            ++total;
            if (is.probability(laws[l].truth) == top) ++right;
            if (is.verdict == growth_verdict::undecided) continue;
            ++named;
            if (is.verdict != laws[l].truth) ++wrong;
        }
    INFO(total << " sets, " << named << " named, " << wrong << " wrong, " << right << " right of "
               << expected << " expected");
    CHECK(named > total / 8);
    CHECK(wrong <= total / 50 + 1); // fewer than 2 percent
    CHECK(std::abs(right - expected) < 3.5 * std::sqrt(variance) + 0.02 * total);
}

TEST_CASE(
    "identify: the ceiling's profile is zero at the best one and meets its limit at the interval",
    "[fit]")
{
    std::vector<double> years, sizes;
    for (int i = 0; i < 25; ++i) {
        years.push_back(i);
        sizes.push_back(500 / (1 + 60 * std::exp(-0.4 * i)) * (1 + 0.01 * std::sin(7.0 * i)));
    }
    const auto found = identify(years, sizes);
    REQUIRE(found.ceiling_profile.size() > 3);
    CHECK_THAT(found.ceiling_limit, WithinAbs(2.07, 0.02)); // Student's t of 21 or 22
    double nearest = 1e9, at = 0, before = 0;
    for (const auto& one : found.ceiling_profile) {
        CHECK(one.ceiling > before);
        before = one.ceiling;
        if (one.t < nearest) nearest = one.t, at = one.ceiling;
    }
    CHECK(nearest < 1e-6);
    CHECK_THAT(at, WithinRel(500.0, 0.02));
    CHECK(found.ceiling_profile.back().t > found.ceiling_limit);
}

} // namespace identify_test
