#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include <boost/math/special_functions/gamma.hpp>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// A statistic and its p: how often residuals without the pattern that it looks for would show at least as
/// much of it. Small p is evidence of a pattern; large p is no evidence that the model is right.
struct residual_test {
    double statistic;
    double p;
};

/// Durbin and Watson's ratio, sum (e_t - e_{t-1})²/sum e_t²: near 2 without serial correlation, 2 (1-ρ) with
/// it. p is two-sided, by the normal approximation of von Neumann's ratio with `curve_parameters` counted
/// off; only a guide below 15 points. Residuals that are all zero give 2 and p = 1.
///
/// Durbin, J., Watson, G. S. (1951). Testing for serial correlation in least squares regression, II.
/// Biometrika 38(1/2), 159-177. doi:10.1093/biomet/38.1-2.159
[[nodiscard]] inline residual_test durbin_watson(std::span<const double> residuals,
                                                 std::size_t             curve_parameters = 1)
{
    double jumps = 0, squares = 0;
    for (std::size_t i = 0; i < residuals.size(); ++i) {
        squares += residuals[i] * residuals[i];
        if (i > 0) jumps += (residuals[i] - residuals[i - 1]) * (residuals[i] - residuals[i - 1]);
    }
    const double n = static_cast<double>(residuals.size());
    const double m = n - static_cast<double>(curve_parameters); // degrees of freedom
    if (!(squares > 0) || m < 2) return {2, 1};
    // Without correlation the mean is 2 (n-1)/n; each fitted parameter raises it by about 2/n.
    const double mean = 2 + 2 * (n - 1 - m) / n, spread = 2 * std::sqrt((m - 1) / (m * m + m));
    const double ratio = jumps / squares;
    return {ratio, std::erfc(std::abs(ratio - mean) / spread / std::numbers::sqrt2)};
}

/// The number of runs of one sign, and the exact probability of so few or fewer among all orders of these
/// signs [1]. Zeros are left out. One sign alone gives p = 1: its order says nothing.
///
/// [1] Wald, A., Wolfowitz, J. (1940). On a test whether two samples are from the same population. Annals
///     of Mathematical Statistics 11(2), 147-162. doi:10.1214/aoms/1177731909
[[nodiscard]] inline residual_test runs_test(std::span<const double> residuals)
{
    std::size_t up = 0, down = 0, runs = 0;
    int         before = 0;
    for (const double e : residuals) {
        const int sign = e > 0 ? 1 : e < 0 ? -1 : 0;
        if (sign == 0) continue;
        ++(sign > 0 ? up : down);
        if (sign != before) ++runs;
        before = sign;
    }
    if (up == 0 || down == 0) return {static_cast<double>(runs), 1};
    const auto log_choose = [](std::size_t of, std::size_t some) {
        const auto a = static_cast<double>(of), b = static_cast<double>(some);
        return std::lgamma(a + 1) - std::lgamma(b + 1) - std::lgamma(a - b + 1);
    };
    // Ways of a runs of one sign and b of the other, each from the one before, in units of e^unit.
    double unit = -log_choose(up + down, up), same = 1, p = 0;
    for (std::size_t a = 1, r = 2; r <= runs; ++a, r += 2) {
        const auto one = static_cast<double>(a), more_up = static_cast<double>(up - a),
                   more_down = static_cast<double>(down - a);
        p += 2 * same;
        if (r < runs) p += same * (more_up + more_down) / one;
        if (a == up || a == down) break;
        same *= more_up / one * (more_down / one);
        constexpr double huge = 1e250;
        if (p > huge) p /= huge, same /= huge, unit += std::log(huge);
    }
    p *= std::exp(unit);
    return {static_cast<double>(runs), p < 1 ? p : 1};
}

/// Ljung and Box's statistic over `lags` serial correlations of the residuals, and p by chi-squared with
/// lags - fitted degrees of freedom, where `fitted` counts autoregressive parameters that were estimated.
/// Lags must be more than `fitted` and fewer than the residuals.
///
///     Q = n (n+2) sum r_k²/(n-k)
///
/// Ljung, G. M., Box, G. E. P. (1978). On a measure of lack of fit in time series models. Biometrika 65(2),
/// 297-303. doi:10.1093/biomet/65.2.297
[[nodiscard]] inline residual_test ljung_box(std::span<const double> residuals, std::size_t lags,
                                             std::size_t fitted = 0)
{
    const std::size_t n = residuals.size();
    if (lags <= fitted || lags >= n)
        refuse(parameter_error{"must be more than the fitted, fewer than the residuals",
                               static_cast<double>(lags), "lags"});
    double mean = 0, squares = 0, sum = 0;
    for (const double e : residuals) mean += e;
    mean /= static_cast<double>(n);
    for (const double e : residuals) squares += (e - mean) * (e - mean);
    if (!(squares > 0)) return {0, 1};
    for (std::size_t k = 1; k <= lags; ++k) {
        double product = 0;
        for (std::size_t i = k; i < n; ++i)
            product += (residuals[i] - mean) * (residuals[i - k] - mean);
        sum += product / squares * (product / squares) / static_cast<double>(n - k);
    }
    const double q = static_cast<double>(n) * static_cast<double>(n + 2) * sum;
    return {q, boost::math::gamma_q(static_cast<double>(lags - fitted) / 2, q / 2)};
}

} // namespace orgscale
