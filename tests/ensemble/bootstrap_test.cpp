#include <orgscale/ensemble/bootstrap.hpp>

#include <cmath>
#include <cstddef>
#include <vector>

#include <orgscale/core/parameter_error.hpp>

#include "catch.hpp"
#include "random_numbers.hpp"

namespace bootstrap_test {

using namespace orgscale;

namespace {

/// The mean of rows, each counted times[i] times.
auto mean_of(const std::vector<double>& rows)
{
    return [&rows](const std::vector<double>& times) {
        double sum = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) sum += times[i] * rows[i];
        return std::vector{sum / static_cast<double>(rows.size())};
    };
}

} // namespace

TEST_CASE("bootstrap: two rows give the means that two draws can have", "[ensemble]")
{
    // 0, 1/2 and 1 in 1/4, 1/2 and 1/4 of all resamples.
    const std::vector<double> rows{0, 1};
    // Half a unit away from the mean, widened by sqrt(2) t/z for two rows: t = 6.3138 and z = 1.64485 at 0.9.
    const auto wide = bootstrap(mean_of(rows), 2, {.seed = 1, .level = 0.9})[0];
    CHECK(wide.value == 0.5);
    CHECK_THAT(wide.low, WithinRel(0.5 - std::sqrt(0.5) * 6.3138 / 1.64485, 1e-4));
    CHECK_THAT(wide.high, WithinRel(0.5 + std::sqrt(0.5) * 6.3138 / 1.64485, 1e-4));
    CHECK(bootstrap(mean_of(rows), 2, {.seed = 1, .level = 0.2})[0] ==
          interval_estimate{0.5, 0.5, 0.5});
}

TEST_CASE("bootstrap: few rows ask for Student's distribution", "[ensemble]")
{
    // Published two-sided values of t at 0.95 and 0.99, with 1.95996 and 2.57583 of the normal distribution.
    const auto factor = [](std::size_t rows, double level) {
        return detail::few_rows_factor(rows, level) *
               std::sqrt(static_cast<double>(rows - 1) / static_cast<double>(rows));
    };
    CHECK_THAT(factor(2, 0.95) * 1.95996, WithinRel(12.706, 1e-4));
    CHECK_THAT(factor(3, 0.95) * 1.95996, WithinRel(4.303, 1e-3));
    CHECK_THAT(factor(4, 0.95) * 1.95996, WithinRel(3.182, 0.01)); // of an expansion in 1/n
    CHECK_THAT(factor(10, 0.95) * 1.95996, WithinRel(2.262, 1e-3));
    CHECK_THAT(factor(10, 0.99) * 2.57583, WithinRel(3.250, 2e-3));
    CHECK_THAT(factor(1000, 0.95), WithinRel(1, 2e-3));
}

TEST_CASE("bootstrap: 95 percent of the intervals of four numbers hold their mean", "[ensemble]")
{
    random_numbers draw{6};
    int            holds = 0;
    for (int i = 0; i < 400; ++i) {
        std::vector<double> rows(4);
        for (double& row : rows) row = draw.between(0, 1) + draw.between(0, 1) + draw.between(0, 1);
        const auto found = bootstrap(mean_of(rows), 4, {.seed = i, .resamples = 200})[0];
        holds += found.low <= 1.5 && 1.5 <= found.high;
    }
    CHECK(holds >= 0.95 * 400 - 4 * std::sqrt(400 * 0.95 * 0.05)); // four standard deviations
}

TEST_CASE("bootstrap: the interval of a mean agrees with its standard error", "[ensemble]")
{
    random_numbers      draw{5};
    std::vector<double> rows(400);
    double              mean = 0, squares = 0;
    for (double& row : rows) mean += (row = draw.between(0, 1));
    mean /= 400;
    for (const double row : rows) squares += (row - mean) * (row - mean);
    const double error = std::sqrt(squares) / 400; // of the mean, as the resamples are drawn
    const auto   found = bootstrap(mean_of(rows), 400, {.seed = 1, .resamples = 4000})[0];
    CHECK_THAT(found.value, WithinRel(mean, 1e-14));
    // A quantile of 4000 resamples has a standard error of sqrt(0.025 0.975/4000)/0.058 = 0.043 errors.
    CHECK_THAT(found.low, WithinAbs(mean - 1.96 * error, 4 * 0.043 * error));
    CHECK_THAT(found.high, WithinAbs(mean + 1.96 * error, 4 * 0.043 * error));
}

TEST_CASE("bootstrap: depends on the seed alone", "[ensemble]")
{
    const std::vector<double> rows{3, 1, 4, 1, 5, 9, 2, 6};
    const auto from = [&](int seed) { return bootstrap(mean_of(rows), 8, {.seed = seed}); };
    CHECK(from(7) == from(7));
    CHECK_FALSE(from(7) == from(8));
}

TEST_CASE("bootstrap: refuses one resample, and a level of 1", "[ensemble]")
{
    const auto options = [](double level, std::size_t resamples) {
        return bootstrap_options{.seed = 1, .level = level, .resamples = resamples};
    };
    CHECK_THROWS_AS(options(0.95, 1), parameter_error);
    CHECK_THROWS_AS(options(1, 100), parameter_error);
    CHECK_NOTHROW(options(0, 2));
}

TEST_CASE("bootstrap: the defaults", "[ensemble]")
{
    const bootstrap_options options{.seed = 1};
    CHECK(options.level == 0.95);
    CHECK(options.resamples == 1000);
}

} // namespace bootstrap_test
