#include <orgscale/fit/change_points.hpp>

#include <array>
#include <cmath>
#include <vector>

#include <catch.hpp>

namespace change_points_test {

using namespace orgscale;

namespace {

// Annual flow of the Nile at Aswan in 10^8 m³, 1871 to 1970 (Cobb 1978).
const std::vector<double> nile{
    1120, 1160, 963, 1210, 1160, 1160, 813,  1230, 1370, 1140, 995,  935,  1110, 994,  1020,
    960,  1180, 799, 958,  1140, 1100, 1210, 1150, 1250, 1260, 1220, 1030, 1100, 774,  840,
    874,  694,  940, 833,  701,  916,  692,  1020, 1050, 969,  831,  726,  456,  824,  702,
    1120, 1100, 832, 764,  821,  768,  845,  864,  862,  698,  845,  744,  796,  1040, 759,
    781,  865,  845, 944,  984,  897,  822,  1010, 771,  676,  649,  846,  812,  742,  801,
    1040, 860,  874, 848,  890,  744,  749,  838,  1050, 918,  986,  797,  923,  975,  815,
    1020, 906,  901, 1170, 912,  746,  919,  718,  714,  740};

std::vector<double> years(double first, std::size_t count)
{
    std::vector<double> all;
    for (std::size_t i = 0; i < count; ++i) all.push_back(first + static_cast<double>(i));
    return all;
}

} // namespace

TEST_CASE("change points: the Nile at Aswan changed in 1898", "[fit]")
{
    REQUIRE(nile.size() == 100);
    const auto                  found = change_points(years(1871, 100), nile);
    const std::array<double, 6> sums{2835156.75, 1597457.19, 1552923.62,
                                     1538096.51, 1507888.48, 1659993.50};
    const std::array<double, 6> bics{1318.242, 1270.084, 1276.467, 1284.718, 1291.944, 1310.765};
    REQUIRE(found.by_number.size() == 6);
    for (std::size_t m = 0; m < 6; ++m) {
        CHECK_THAT(found.by_number[m].residual_sum, WithinAbs(sums[m], 5e-3));
        CHECK_THAT(found.by_number[m].bic, WithinAbs(bics[m], 5e-4));
    }
    CHECK_THAT(found.by_number[0].log_likelihood, WithinAbs(-654.5157, 5e-5));
    CHECK_THAT(found.by_number[1].log_likelihood, WithinAbs(-625.8315, 5e-5));
    REQUIRE(found.points.size() == 1);
    CHECK(found.points[0].after == 27); // the 28th
    CHECK(found.points[0].time == 1898);
    CHECK(found.points[0].low == 1895);
    CHECK(found.points[0].high == 1902);
}

TEST_CASE("change points: a broken line without noise is found exactly", "[fit]")
{
    std::vector<double> y;
    for (int i = 0; i < 20; ++i) y.push_back(i < 12 ? 3.0 + 2 * i : 50.0 - i);
    const auto found = change_points(years(0, 20), y, {.model = segment_model::line, .shortest = 3});
    REQUIRE(found.points.size() == 1);
    CHECK(found.points[0].after == 11);
    const auto level = change_points(years(0, 20), std::vector<double>(20, 4.0));
    CHECK(level.points.empty());
}

TEST_CASE("change points: segments by dynamic programming are the best of all", "[fit]")
{
    const std::vector<double> y{3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8};
    const auto found = change_points(years(0, 12), y, {.shortest = 2, .max_breaks = 2});
    const auto sum   = [&](std::size_t from, std::size_t to) {
        double mean = 0, s = 0;
        for (std::size_t i = from; i <= to; ++i) mean += y[i] / static_cast<double>(to - from + 1);
        for (std::size_t i = from; i <= to; ++i) s += (y[i] - mean) * (y[i] - mean);
        return s;
    };
    double best = HUGE_VAL;
    for (std::size_t a = 1; a < 8; ++a)
        for (std::size_t b = a + 2; b < 10; ++b)
            best = std::min(best, sum(0, a) + sum(a + 1, b) + sum(b + 1, 11));
    CHECK_THAT(found.by_number.at(2).residual_sum, WithinRel(best, 1e-12));
}

TEST_CASE("change points: the distribution of a date's error", "[fit]")
{
    // Equal sides: symmetric, and 11 for 97.5 percent (Bai 1997).
    CHECK_THAT(detail::break_date_below(0, 1, 1), WithinAbs(0.5, 1e-14));
    CHECK_THAT(detail::break_date_below(11.03, 1, 1), WithinAbs(0.975, 2e-4));
    CHECK_THAT(detail::break_date_below(-7.7, 1, 1), WithinAbs(0.05, 2e-4));
    for (const double x : {0.5, 3.0, 20.0})
        CHECK_THAT(detail::break_date_below(-x, 1, 1) + detail::break_date_below(x, 1, 1),
                   WithinAbs(1, 1e-12));
    // The sides' maxima are exponential with rates 1 and ξ/φ: the left one is larger that often.
    CHECK_THAT(detail::break_date_below(0, 2, 3), WithinAbs(2.0 / 5, 1e-12));
    CHECK(detail::break_date_below(1e4, 2, 3) == Approx(1));
}

TEST_CASE("change points: too few points have none", "[fit]")
{
    CHECK(change_points(years(0, 2), std::vector<double>{1, 9}).by_number.empty());
    CHECK(change_points(years(0, 4), std::vector<double>{1, 1, 9, 9}).points.empty());
    CHECK_THROWS_AS(change_points(years(0, 3), std::vector<double>{1, 9}), parameter_error);
    CHECK_THROWS_AS(change_points(std::vector<double>{0, 1, 1}, std::vector<double>{1, 9, 9}),
                    parameter_error);
}

TEST_CASE("change points: defaults are the documented ones", "[fit]")
{
    const change_point_options options;
    CHECK(options.model == segment_model::level);
    CHECK(options.shortest == 0); // 15 percent, at least 3
    CHECK(options.max_breaks == 5);
    CHECK(options.level == 0.95);
}

} // namespace change_points_test
