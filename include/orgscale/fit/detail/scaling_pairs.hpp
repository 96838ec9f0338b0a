#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/block_bootstrap.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/sentence.hpp>
#include <orgscale/fit/detail/student.hpp>
#include <orgscale/fit/identified_scaling.hpp>
#include <orgscale/fit/open_interval.hpp>
#include <orgscale/fit/residual_tests.hpp>

namespace orgscale::detail {

[[nodiscard]] inline open_interval around(double estimate, double error, double freedom,
                                          double level)
{
    if (!(error > 0) || !(freedom >= 1)) return {estimate, std::nullopt, std::nullopt};
    const double half = student_quantile(level, freedom) * error;
    return {estimate, estimate - half, estimate + half};
}

/// Pairs that are there, as logarithms.
struct log_pairs {
    std::vector<double> times, sizes, outputs;
};

[[nodiscard]] inline log_pairs pairs_of(std::span<const double> times,
                                        std::span<const double> sizes,
                                        std::span<const double> outputs)
{
    log_pairs found;
    if (outputs.size() != sizes.size())
        refuse(parameter_error{"must be as many as the sizes", "outputs"});
    for (std::size_t i = 0; i < sizes.size(); ++i) {
        if (std::isnan(sizes[i]) || std::isnan(outputs[i])) continue;
        if (!(sizes[i] > 0) || !std::isfinite(sizes[i]))
            refuse(parameter_error{"must be greater than 0 and finite", sizes[i], "sizes"});
        if (!(outputs[i] > 0) || !std::isfinite(outputs[i]))
            refuse(parameter_error{"must be greater than 0 and finite", outputs[i], "outputs"});
        if (!times.empty()) {
            if (!found.times.empty() && !(times[i] > found.times.back()))
                refuse(parameter_error{"must increase", times[i], "times"});
            found.times.push_back(times[i]);
        }
        found.sizes.push_back(std::log(sizes[i]));
        found.outputs.push_back(std::log(outputs[i]));
    }
    return found;
}

[[nodiscard]] inline bool too_few(identified_scaling& answer, const log_pairs& data,
                                  const scaling_options& options)
{
    const std::size_t n = data.sizes.size();
    if (n < options.fewest || n < 6) {
        answer.reasons.push_back(sentence("There are only %zu pairs; at least %zu are needed to "
                                          "determine an exponent.",
                                          n, (std::max)(options.fewest, std::size_t{6})));
        return true;
    }
    const auto ends = std::minmax_element(data.sizes.begin(), data.sizes.end());
    if (!(*ends.second > *ends.first)) {
        answer.reasons.push_back("The sizes are all the same.");
        return true;
    }
    return false;
}

/// A slope's interval by least squares with resampled blocks of residuals, of a length that suits their serial
/// correlation, widened for n - 2 degrees of freedom.
[[nodiscard]] inline open_interval resampled_slope(const linear_regression& fit,
                                                   std::span<const double> x, double rho,
                                                   double level)
{
    constexpr std::size_t resamples = 999;
    const std::size_t     n         = x.size();
    double                mean = 0, squares = 0;
    for (const double v : x) mean += v / static_cast<double>(n);
    for (const double v : x) squares += (v - mean) * (v - mean);
    const auto          length = static_cast<std::size_t>(std::ceil(
        (std::max)(best_block_lengths((std::min)(std::abs(rho), 0.95), n).circular, 1.0)));
    std::vector<double> slopes;
    for (std::size_t r = 0; r < resamples; ++r) {
        const auto drawn = circular_blocks(n, length, 1, r);
        double     along = 0;
        for (std::size_t i = 0; i < n; ++i) along += (x[i] - mean) * fit.residuals[drawn[i]];
        slopes.push_back(along / squares);
    }
    std::sort(slopes.begin(), slopes.end());
    const auto at = [&](double share) {
        return slopes[static_cast<std::size_t>(share * (resamples - 1) + 0.5)];
    };
    const double freedom = static_cast<double>(n) - 2;
    const double wider   = std::sqrt(static_cast<double>(n) / freedom) *
                         student_quantile(level, freedom) / normal_quantile(level);
    const double slope = fit.coefficients[1];
    return {slope, slope + wider * at((1 - level) / 2), slope + wider * at((1 + level) / 2)};
}

/// R² and Durbin-Watson's ratio of the levels by least squares.
inline void describe_levels(identified_scaling& answer, const linear_regression& fit,
                            std::span<const double> y)
{
    double mean = 0, squares = 0;
    for (const double v : y) mean += v / static_cast<double>(y.size());
    for (const double v : y) squares += (v - mean) * (v - mean);
    answer.r_squared     = squares > 0 ? 1 - fit.squares / squares : 0;
    answer.durbin_watson = durbin_watson(fit.residuals, 2).statistic;
}

} // namespace orgscale::detail
