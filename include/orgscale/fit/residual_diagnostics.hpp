#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <span>

#include <orgscale/fit/residual_tests.hpp>

namespace orgscale {

/// Skewness and kurtosis together against those of a normal distribution [1]; p by the chi-squared distribution,
/// only a guide below 50 points.
///
///     JB = n/6 (g1² + (g2 - 3)²/4)
///
/// [1] Jarque, C. M., Bera, A. K. (1980). Efficient tests for normality, homoscedasticity and serial independence of
///     regression residuals. Economics Letters 6(3), 255-259. doi:10.1016/0165-1765(80)90024-5
[[nodiscard]] inline residual_test jarque_bera(std::span<const double> residuals)
{
    const auto n    = static_cast<double>(residuals.size());
    double     mean = 0, second = 0, third = 0, fourth = 0;
    for (const double e : residuals) mean += e / n;
    for (const double e : residuals) {
        const double d = e - mean;
        second += d * d / n;
        third += d * d * d / n;
        fourth += d * d * d * d / n;
    }
    if (!(second > 0)) return {0, 1};
    const double skewness = third / std::pow(second, 1.5), kurtosis = fourth / (second * second);
    const double statistic = n / 6 * (skewness * skewness + (kurtosis - 3) * (kurtosis - 3) / 4);
    return {statistic, std::exp(-statistic / 2)};
}

/// Patterns in the residuals of a fit, each with its p. A small p says that the law or the noise is wrong.
struct residual_diagnostics {
    residual_test runs;          ///< of signs
    residual_test durbin_watson; ///< serial correlation at lag 1
    residual_test ljung_box; ///< serial correlation at lags up to a fifth of the points, at most 10
    residual_test normality; ///< Jarque and Bera

    [[nodiscard]] static residual_diagnostics of(std::span<const double> residuals,
                                                 std::size_t             curve_parameters)
    {
        const std::size_t n    = residuals.size();
        const std::size_t lags = (std::clamp<std::size_t>)(n / 5, 1, 10);
        return {runs_test(residuals), orgscale::durbin_watson(residuals, curve_parameters),
                lags < n ? orgscale::ljung_box(residuals, lags) : residual_test{0, 1},
                jarque_bera(residuals)};
    }
};

} // namespace orgscale
