#pragma once

#include <cmath>
#include <cstddef>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>

namespace orgscale {

/// A linear regression with standard errors that allow for serially correlated errors of changing spread.
struct newey_west_fit {
    std::vector<double> coefficients; ///< ordinary least squares; empty if the columns are dependent
    std::vector<double> plain_errors;    ///< for independent errors of one spread
    std::vector<double> standard_errors; ///< by Newey and West
    std::vector<double> residuals;
    double              residual_sum = 0;
    std::size_t         lag          = 0;
};

/// The bandwidth that Andrews's rule chooses for Bartlett weights from a first-order serial correlation ρ:
///
///     1.1447 (a n)^(1/3),    a = 4 ρ²/((1-ρ)² (1+ρ)²)                                    [1]
///
/// Infinite at ρ = 1.
///
/// [1] Andrews, D. W. K. (1991). Heteroskedasticity and autocorrelation consistent covariance matrix
///     estimation. Econometrica 59(3), 817-858. doi:10.2307/2938229
[[nodiscard]] inline double andrews_bandwidth(double rho, std::size_t points)
{
    const double a = 4 * rho * rho / ((1 - rho) * (1 - rho) * (1 + rho) * (1 + rho));
    return 1.1447 * std::cbrt(a * static_cast<double>(points));
}

/// Least squares with Newey and West's covariance [1], Bartlett weights 1 - l/(lag+1) and no prewhitening.
/// Below some 40 points these errors are still too small; ar1_regression or a block bootstrap does better.
///
/// [1] Newey, W. K., West, K. D. (1987). A simple, positive semi-definite, heteroskedasticity and
///     autocorrelation consistent covariance matrix. Econometrica 55(3), 703-708. doi:10.2307/1913610
[[nodiscard]] inline newey_west_fit newey_west(std::span<const std::vector<double>> columns,
                                               std::span<const double> y, std::size_t lag)
{
    const std::size_t n = y.size(), p = columns.size();
    for (const auto& column : columns)
        if (column.size() != n) refuse(parameter_error{"must be as long as the values", "columns"});
    newey_west_fit found;
    const auto     fit = detail::regress(columns, y);
    if (fit.coefficients.empty() || n <= p) return found;
    found.coefficients = fit.coefficients;
    found.residuals    = fit.residuals;
    found.residual_sum = fit.squares;
    found.lag          = lag < n ? lag : n - 1;

    std::vector<double> meat(p * p, 0.0);
    for (std::size_t l = 0; l <= found.lag; ++l) {
        const double weight = 1 - static_cast<double>(l) / static_cast<double>(found.lag + 1);
        for (std::size_t i = l; i < n; ++i)
            for (std::size_t a = 0; a < p; ++a)
                for (std::size_t b = 0; b < p; ++b) {
                    const double product = columns[a][i] * fit.residuals[i] *
                                           (columns[b][i - l] * fit.residuals[i - l]);
                    meat[a * p + b] += weight * product;
                    if (l > 0) meat[b * p + a] += weight * product;
                }
    }
    for (std::size_t k = 0; k < p; ++k) {
        double variance = 0;
        for (std::size_t a = 0; a < p; ++a)
            for (std::size_t b = 0; b < p; ++b)
                variance += fit.inverse[k * p + a] * meat[a * p + b] * fit.inverse[b * p + k];
        found.standard_errors.push_back(std::sqrt(variance));
        found.plain_errors.push_back(
            std::sqrt(fit.squares / static_cast<double>(n - p) * fit.inverse[k * p + k]));
    }
    return found;
}

} // namespace orgscale
