#include <orgscale/fit/growth_order.hpp>

#include <algorithm>
#include <cmath>
#include <random>
#include <vector>

#include <catch.hpp>
#include <random_numbers.hpp>

namespace growth_order_test {

using namespace orgscale;

namespace {

struct figures {
    std::vector<double> times, sizes;
};

template <class Size>
figures yearly(int years, Size&& size)
{
    figures f;
    for (int year = 0; year <= years; ++year) {
        f.times.push_back(year);
        f.sizes.push_back(size(static_cast<double>(year)));
    }
    return f;
}

growth_shape order_of(const figures& f) { return growth_order(f.times, f.sizes); }

// Without back-tests, for many at once.
growth_kind kind_of(const figures& f)
{
    return growth_order(f.times, f.sizes, {.back_tests = false}).kind;
}

} // namespace

TEST_CASE("growth order of figures: of figures without noise is that of their law", "[fit]")
{
    CHECK(order_of(yearly(12, [](double t) { return 100 + 7 * t; })).kind == growth_kind::linear);
    CHECK(order_of(yearly(12, [](double t) { return 100 * std::exp(0.2 * t); })).kind ==
          growth_kind::exponential);
    const auto square = order_of(yearly(12, [](double t) { return (t + 2) * (t + 2); }));
    CHECK(square.kind == growth_kind::polynomial);
    REQUIRE(square.exponent);
    CHECK_THAT(*square.exponent, WithinAbs(2, 0.1)); // differences over a year are not rates
    const auto full =
        order_of(yearly(20, [](double t) { return 1000 / (1 + 50 * std::exp(-0.5 * t)); }));
    CHECK(full.kind == growth_kind::saturating);
    CHECK(order_of(yearly(12, [](double t) { return 100 - 7 * t; })).kind == growth_kind::declining);
}

TEST_CASE("growth order of figures: English Wikipedia saturated by no ceiling but grew as a power",
          "[fit]")
{
    // Articles on 1 January 2002 to 2006, then 2013 to 2022 (the encyclopedia's own page on its
    // size): exponential at first, later slower than a line.
    const auto young =
        order_of({{2002, 2003, 2004, 2005, 2006}, {19700, 96500, 188800, 438500, 895000}});
    CHECK(young.kind != growth_kind::linear);
    CHECK(young.kind != growth_kind::saturating);
    const auto old = order_of({{2013, 2014, 2015, 2016, 2017, 2018, 2019, 2020, 2021, 2022},
                               {4133000, 4413000, 4682000, 5045000, 5321200, 5541900, 5773600,
                                5989400, 6219700, 6431400}});
    CHECK(old.kind != growth_kind::exponential);
    REQUIRE(old.order);
    CHECK(*old.order < 0);
}

TEST_CASE("growth order of figures: figures too few or too noisy can't tell", "[fit]")
{
    CHECK(order_of(yearly(3, [](double t) { return 100 + 7 * t; })).kind ==
          growth_kind::undetermined);
    CHECK(order_of({{}, {}}).kind == growth_kind::undetermined);

    // Growth by 5 percent a year with 3 percent of noise in each figure, over ten years: a line and
    // an exponential fit alike. Fixed seeds; most of them must not claim to know which.
    int sure = 0;
    for (unsigned seed = 1; seed <= 20; ++seed) {
        std::mt19937_64                  generator{seed};
        std::normal_distribution<double> noise{0, 0.03};
        const auto                       is = order_of(
            yearly(10, [&](double t) { return 100 * std::exp(0.05 * t + noise(generator)); }));
        if (is.kind != growth_kind::undetermined && is.kind != growth_kind::exponential) ++sure;
    }
    CHECK(sure <= 2); // one in 20
}

namespace {

// Noise of so many shares of the size in each figure, or of the mean size; fixed seeds.
figures noisy(figures f, double share, unsigned seed)
{
    std::mt19937_64                  generator{seed};
    std::normal_distribution<double> noise{0, share};
    for (double& size : f.sizes) size *= 1 + noise(generator);
    return f;
}

figures uneven(double (*size)(double))
{
    figures f{{0, 1, 3, 4, 8, 9, 15, 16, 17, 22, 25, 26, 30}, {}};
    for (const double time : f.times) f.sizes.push_back(size(time));
    return f;
}

double line(double t) { return 10 + 33.3 * t; }
double doubling(double t) { return 50 * std::exp(0.1 * t); }
double s_curve(double t) { return 1000 / (1 + 50 * std::exp(-0.4 * t)); }

} // namespace

TEST_CASE("growth order of figures: clear figures are named, also with a thousandth of noise",
          "[fit]")
{
    const auto named = [&](const figures& f, growth_kind kind) {
        INFO(name(kind) << " to " << f.times.back() << ", " << f.sizes.back());
        CHECK(order_of(f).kind == kind);
        int told = 0;
        for (int seed = 1; seed <= trials(8); ++seed) {
            const auto is = kind_of(noisy(f, 0.001, static_cast<unsigned>(seed)));
            CHECK((is == kind || is == growth_kind::undetermined));
            if (is == kind) ++told;
        }
        CHECK(told >= 1); // noise looks like a pattern in one of 20
    };
    named(yearly(14, line), growth_kind::linear);
    named(uneven(line), growth_kind::linear);
    named(yearly(24, doubling), growth_kind::exponential);
    named(uneven(doubling), growth_kind::exponential);
    named(yearly(20, s_curve), growth_kind::saturating);
    named(uneven(s_curve), growth_kind::saturating);
    named(yearly(20, [](double t) { return 1000 * std::exp(-5 * std::exp(-0.3 * t)); }),
          growth_kind::saturating);
    named(yearly(15, [](double t) { return 1000 * (1 - 0.9 * std::exp(-0.2 * t)); }),
          growth_kind::saturating);
    named(yearly(12, [](double t) { return std::pow(2 + t, 2); }), growth_kind::polynomial);
    named(yearly(12, [](double t) { return 100 * std::exp(-0.1 * t); }), growth_kind::declining);
}

TEST_CASE("growth order of figures: rounded to whole numbers a line is a line or can't be told",
          "[fit]")
{
    const auto whole = [](double t) { return std::round(10 + t * 100 / 3); };
    CHECK(order_of(yearly(12, whole)).kind == growth_kind::linear);
    for (const int years : {4, 5, 6, 7, 8}) {
        const auto kind = order_of(yearly(years, whole)).kind;
        CHECK((kind == growth_kind::linear || kind == growth_kind::undetermined));
    }
}

TEST_CASE("growth order of figures: an S-curve is one however little of it is left", "[fit]")
{
    for (const double pace :
         {0.25, 0.33, 0.5, 0.9}) { // from 99.2 percent of the ceiling to all of it
        const auto is =
            order_of(yearly(40, [&](double t) { return 1000 / (1 + 50 * std::exp(-pace * t)); }));
        CHECK(is.kind == growth_kind::saturating);
        REQUIRE(is.ceiling);
        CHECK_THAT(*is.ceiling, WithinRel(1000, 1e-6)); // from a search to 1e-8 of a shape
    }
}

TEST_CASE("growth order of figures: before half of its ceiling a curve doesn't tell it", "[fit]")
{
    const auto early = order_of(yearly(8, s_curve)); // to 0.33 of it
    CHECK(early.kind == growth_kind::undetermined);
    CHECK_FALSE(early.ceiling);
}

TEST_CASE("growth order of figures: a level is neither growth nor decline", "[fit]")
{
    CHECK(order_of(yearly(4, [](double) { return 5; })).kind == growth_kind::undetermined);
    int told = 0;
    for (unsigned seed = 1; seed <= 12; ++seed)
        if (order_of(noisy(yearly(12, [](double) { return 100; }), 0.002, seed)).kind !=
            growth_kind::undetermined)
            ++told;
    CHECK(told <= 1);
}

TEST_CASE("growth order of figures: a part that doesn't grow is no faster growth", "[fit]")
{
    CHECK(order_of(yearly(12, [](double t) { return 1000 + 10 * std::exp(0.3 * t); })).kind ==
          growth_kind::undetermined);
    CHECK(order_of(yearly(12, [](double t) { return 100 + 3 * t * t; })).kind ==
          growth_kind::undetermined);
}

TEST_CASE("growth order of figures: thousands of figures are judged as soon as a hundred", "[fit]")
{
    figures daily;
    for (int day = 0; day < 5000; ++day) {
        daily.times.push_back(day);
        daily.sizes.push_back(100 * std::exp(0.001 * day));
    }
    const auto is = order_of(daily);
    CHECK(is.kind == growth_kind::exponential);
    CHECK_THAT(*is.rate, WithinRel(0.001, 1e-6)); // from a search to 1e-8 of a shape
}

TEST_CASE("growth order of figures: doubt never widens a name", "[fit]")
{
    // The same figures with more noise keep their name or lose it, for every law here.
    const auto right_or_silent = [](const figures& f, growth_kind right) {
        int wrong = 0;
        for (const double share : {0.003, 0.01, 0.03, 0.1})
            for (unsigned seed = 1; seed <= 3; ++seed) {
                const auto kind = kind_of(noisy(f, share, seed));
                if (kind != right && kind != growth_kind::undetermined) ++wrong;
            }
        CHECK(wrong <= 1); // a law is excluded by chance in one of 20
    };
    right_or_silent(yearly(12, [](double t) { return 100 + 7 * t; }), growth_kind::linear);
    right_or_silent(yearly(12, doubling), growth_kind::exponential);
    right_or_silent(yearly(12, s_curve), growth_kind::saturating);
}

TEST_CASE("growth order of figures: figures that grew and then fell are no longer what they were",
          "[fit]")
{
    const auto peaked = yearly(20, [](double t) { return t < 6 ? std::exp2(t) : 64 - 2 * t; });
    CHECK(order_of(peaked).kind == growth_kind::undetermined);
    const auto flat = yearly(12, [](double t) { return std::min(std::exp2(t), 32.0); });
    CHECK(order_of(flat).kind == growth_kind::saturating);
}

TEST_CASE("growth order of figures: figures that are none can't tell, a start from nobody can",
          "[fit]")
{
    CHECK(order_of(yearly(9, [](double t) { return t - 10; })).kind == growth_kind::undetermined);
    CHECK(order_of({{0, 1, 2, 3, 4, 5}, {1, 2, 4, std::nan(""), 16, 32}}).kind ==
          growth_kind::undetermined);
    CHECK(order_of({{0, 1, 1, 3, 4, 5}, {1, 2, 4, 8, 16, 32}}).kind == growth_kind::undetermined);
    CHECK(order_of(yearly(12, [](double t) { return 10 * t; })).kind == growth_kind::linear);
}

} // namespace growth_order_test
