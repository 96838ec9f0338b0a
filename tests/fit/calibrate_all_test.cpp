#include <orgscale/fit/calibrate_all.hpp>

#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include <bass_series.hpp>
#include <catch.hpp>
#include <fitted_curves.hpp>
#include <random_numbers.hpp>

#include <orgscale/ensemble/on_threads.hpp>
#include <orgscale/growth/bass.hpp>

namespace calibrate_all_test {

using namespace orgscale;

const std::vector<double> years = bass_series::years(std::vector<double>(15));

/// A normal number, by Box and Muller.
double normal(random_numbers& draw)
{
    const double radius = std::sqrt(-2 * std::log(draw.between(1e-16, 1)));
    return radius * std::cos(2 * std::numbers::pi * draw.between(0, 1));
}

/// Sales of company i: its own diffusion, with errors of five percent of the largest.
std::vector<double> sales_of(std::uint64_t i)
{
    random_numbers      draw(1000 + i);
    const bass<>        law{.innovation = draw.magnitude(0.005, 0.03),
                            .imitation  = draw.magnitude(0.3, 0.6),
                            .potential  = 100};
    std::vector<double> sales;
    for (const double year : years)
        sales.push_back(law.sales_by_interval(year - 1, year) +
                        0.05 * law.peak_rate() * normal(draw));
    return sales;
}

TEST_CASE("calibrate_all: each series as by itself, on any number of threads", "[fit]")
{
    constexpr std::uint64_t count = 200;
    const bass<>            start{.innovation = 0.015, .imitation = 0.4, .potential = 120};
    const std::vector<estimated_parameter> all{estimate("innovation"), estimate("imitation"),
                                               estimate("potential")};
    const auto data_of = [](std::uint64_t i) { return observe(per_interval(), years, sales_of(i)); };

    const auto alone = calibrate_all(start, count, data_of, all);
    CHECK(alone == calibrate_all(start, count, data_of, all, {}, on_threads{3}));
    CHECK(alone.size() == count);
    CHECK(alone.count(fit_verdict::converged) > count * 9 / 10);
    for (const std::uint64_t i : {0u, 63u, 64u, 199u}) {
        const auto one = calibrate(start, data_of(i), all);
        CHECK(alone.verdict(i) == one.verdict);
        CHECK(alone.reason(i) == one.reason);
        CHECK(alone.residual_sum(i) == one.residual_sum);
        for (std::size_t k = 0; k < 3; ++k) {
            CHECK(alone.value(i, k) == one.estimates[k].value);
            CHECK(alone.standard_error(i, k).has_value() ==
                  one.estimates[k].standard_error.has_value());
            if (one)
                CHECK_THAT(alone.standard_error(i, k).value(),
                           WithinRel(one.estimates[k].standard_error.value(), 1e-12));
        }
    }
}

// The shares are binomial: 200 intervals of a nominal 95 percent, and those of curves of few points are a little short.
TEST_CASE("calibrate_all: intervals of simulated companies contain the truth as often as they say",
          "[fit]")
{
    constexpr std::uint64_t count = 200;
    const bass<>            truth{.innovation = 0.01, .imitation = 0.4, .potential = 100};
    const auto              data_of = [&](std::uint64_t i) {
        random_numbers      draw(77 + i);
        std::vector<double> sales;
        for (const double year : years)
            sales.push_back(truth.sales_by_interval(year - 1, year) +
                                         0.05 * truth.peak_rate() * normal(draw));
        return observe(per_interval(), years, sales);
    };
    const auto found =
        calibrate_all(truth, count, data_of,
                      {estimate("innovation"), estimate("imitation"), estimate("potential")});
    const double  t       = 2.178813; // Student's, 12 degrees of freedom, 97.5 percent
    std::uint64_t covered = 0;
    for (std::uint64_t i = 0; i < count; ++i)
        covered += std::abs(found.value(i, 2) - 100) <= t * found.standard_error(i, 2).value_or(0)
                       ? 1U
                       : 0U;
    CHECK(found.count(fit_verdict::converged) == count);
    CHECK(covered >= 180); // 190 less 3.2 standard deviations of 200 draws
    CHECK(covered <= 199);
}

// At time 1 an approach of speed 5 has 0.7 percent to go, with errors of 5: no speed is too great, and
// of some the best is none. One of 0.3 shows.
TEST_CASE("calibrate_all: a parameter without effect is flat, as by itself", "[fit]")
{
    using fitted_curves::saturation;
    constexpr std::uint64_t   count = 20;
    const std::vector<double> times(years.begin(), years.begin() + 12);
    const auto                law_of = [](std::uint64_t i) {
        return saturation<>{.ceiling = 100, .speed = i % 2 == 0 ? 5 : 0.3};
    };
    const auto data_of = [&](std::uint64_t i) {
        random_numbers      draw(4000 + i);
        std::vector<double> sizes;
        for (const double time : times) sizes.push_back(law_of(i).at(time) + 5 * normal(draw));
        return observe(times, sizes);
    };
    const std::vector<estimated_parameter> both{estimate("ceiling"), estimate("speed")};
    const auto                             found = calibrate_all(law_of, count, data_of, both);
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto one = calibrate(law_of(i), data_of(i), both);
        CHECK(found.verdict(i) == one.verdict);
        CHECK(found.reason(i) == one.reason);
        CHECK(found.residual_sum(i) == one.residual_sum);
        CHECK((found.verdict(i) == fit_verdict::converged) == (i % 2 == 1));
        CHECK(found.standard_error(i, 1).has_value() == (i % 2 == 1));
        for (std::size_t k = 0; k < 2; ++k) CHECK(found.value(i, k) == one.estimates[k].value);
    }
    // With one start alone nothing looks for it.
    const auto alone = calibrate_all(law_of, count, data_of, both, {.starts = 1});
    CHECK(alone.count(fit_verdict::flat) < found.count(fit_verdict::flat));
    CHECK(alone.count(fit_verdict::converged) > found.count(fit_verdict::converged));
}

TEST_CASE("calibrate_all: figures without errors are met exactly, as by itself", "[fit]")
{
    using fitted_curves::level;
    const std::vector<double> times{1, 2, 3, 4};
    const auto                data_of = [&](std::uint64_t i) {
        return observe(times, std::vector<double>{5, 5, 5, i == 0 ? 5.0 : 6.0});
    };
    const auto found = calibrate_all(level<>{.mean = 5}, 2, data_of, {estimate("mean")});
    for (const std::uint64_t i : {0U, 1U}) {
        const auto one = calibrate(level<>{.mean = 5}, data_of(i), {estimate("mean")});
        CHECK(found.verdict(i) == fit_verdict::converged);
        CHECK(one.verdict == fit_verdict::converged);
        CHECK(found.residual_sum(i) == one.residual_sum);
        CHECK((one.residual_sum == 0) == (i == 0));
    }
}

TEST_CASE("calibrate_all: a start for each series, and no series at all", "[fit]")
{
    const auto scaled_sales = [](std::uint64_t i) {
        auto sales = sales_of(3);
        for (double& one : sales) one *= std::pow(10, static_cast<double>(i));
        return observe(per_interval(), years, sales);
    };
    const auto law_of = [](std::uint64_t i) {
        return bass<>{.innovation = 0.015,
                      .imitation  = 0.4,
                      .potential  = 120 * std::pow(10, static_cast<double>(i))};
    };
    const std::vector<estimated_parameter> all{estimate("innovation"), estimate("imitation"),
                                               estimate("potential")};
    const auto                             found = calibrate_all(law_of, 4, scaled_sales, all);
    for (std::uint64_t i = 0; i < 4; ++i) {
        CHECK_THAT(found.value(i, 1), WithinRel(found.value(0, 1), 1e-9));
        CHECK_THAT(found.value(i, 2),
                   WithinRel(found.value(0, 2) * std::pow(10, static_cast<double>(i)), 1e-9));
    }
    CHECK(calibrate_all(law_of, 0, scaled_sales, all).size() == 0);
}

} // namespace calibrate_all_test
