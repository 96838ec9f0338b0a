#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/ar1_errors.hpp>
#include <orgscale/fit/detail/linear_regression.hpp>
#include <orgscale/fit/detail/observed_information.hpp>
#include <orgscale/fit/log_likelihood.hpp>

namespace orgscale {

/// The exact likelihood of errors that follow a first-order autoregression,
///
///     e_t = ρ e_{t-1} + u_t,    -2 ln L = n ln(2 π s²) + n - ln(1-ρ²)
///     s² = ((1-ρ²) e_1² + sum (e_t - ρ e_{t-1})²)/n
///
/// for residuals of a curve of p parameters, and -1 < ρ < 1. K = p + 2 counts ρ and s². With `times`, ρ is
/// the correlation over the shortest step between two of them and decays as ρ^Δt over a longer one; if the
/// steps differ, ρ must not be negative.
template <class Scale = on_sizes>
[[nodiscard]] log_likelihood<Scale> ar1_log_likelihood(std::span<const double> residuals,
                                                       double rho, std::size_t curve_parameters,
                                                       std::span<const double> times = {})
{
    const auto steps = detail::steps_between(times, residuals.size());
    if (!(rho > -1) || !(rho < 1)) refuse(parameter_error{"must lie between -1 and 1", rho, "rho"});
    if (!steps.even && rho < 0)
        refuse(parameter_error{"must not be negative at uneven times", rho, "rho"});
    return {detail::ar1_value(residuals, rho, steps), residuals.size(), curve_parameters + 2};
}

/// A linear regression whose errors are serially correlated.
struct ar1_fit {
    std::vector<double>      coefficients;    ///< empty if the columns are dependent
    std::vector<double>      standard_errors; ///< from the observed information
    double                   rho       = 0;   ///< serial correlation over the shortest step     [-]
    double                   rho_error = 0;
    double                   variance  = 0; ///< of the innovations, s²
    log_likelihood<on_sizes> likelihood{};
    std::vector<double>      innovations; ///< serially uncorrelated if the model holds
};

/// Maximum likelihood of y = X β + e with first-order autoregressive errors, exact, at even or uneven times
/// (see ar1_log_likelihood). Columns must include the constant if there is one.
///
/// Below some 20 points, or with ρ near 1, standard errors are too small: the data are worth only (1-ρ)/(1+ρ) n
/// independent points.
[[nodiscard]] inline ar1_fit ar1_regression(std::span<const std::vector<double>> columns,
                                            std::span<const double>              y,
                                            std::span<const double>              times = {})
{
    const std::size_t n = y.size(), p = columns.size();
    const auto        steps = detail::steps_between(times, n);
    for (const auto& column : columns)
        if (column.size() != n) refuse(parameter_error{"must be as long as the values", "columns"});
    ar1_fit    found;
    const auto solved = [&](double rho) {
        std::vector<std::vector<double>> white;
        for (const auto& column : columns) white.push_back(detail::whitened(column, rho, steps));
        return detail::regress(white, detail::whitened(y, rho, steps));
    };
    const auto residuals_of = [&](std::span<const double> beta) {
        std::vector<double> e(y.begin(), y.end());
        for (std::size_t k = 0; k < p; ++k)
            for (std::size_t i = 0; i < n; ++i) e[i] -= beta[k] * columns[k][i];
        return e;
    };
    const auto value = [&](double rho) {
        const auto at = solved(rho);
        if (at.coefficients.empty()) return -std::numeric_limits<double>::infinity();
        return detail::ar1_value(residuals_of(at.coefficients), rho, steps);
    };
    // The profile over ρ may have two maxima: a grid, then golden sections.
    const double low = steps.even ? -0.995 : 0.0, high = 0.995;
    const int    parts = 40;
    double       best = low, top = -std::numeric_limits<double>::infinity();
    for (int i = 0; i <= parts; ++i) {
        const double rho = low + (high - low) * i / parts;
        if (const double v = value(rho); v > top) {
            top  = v;
            best = rho;
        }
    }
    if (!(top > -std::numeric_limits<double>::infinity())) return found;
    const double step = (high - low) / parts, golden = 0.6180339887498949;
    double       a = (std::max)(low, best - step), b = (std::min)(high, best + step);
    double       c = b - golden * (b - a), d = a + golden * (b - a);
    double       at_c = value(c), at_d = value(d);
    while (b - a > 1e-9) {
        if (at_c > at_d) {
            b    = d;
            d    = c;
            at_d = at_c;
            c    = b - golden * (b - a);
            at_c = value(c);
        } else {
            a    = c;
            c    = d;
            at_c = at_d;
            d    = a + golden * (b - a);
            at_d = value(d);
        }
    }
    found.rho          = (a + b) / 2;
    const auto at      = solved(found.rho);
    found.coefficients = at.coefficients;
    const auto e       = residuals_of(found.coefficients);
    found.innovations  = detail::whitened(e, found.rho, steps);
    for (const double u : found.innovations) found.variance += u * u / static_cast<double>(n);
    found.likelihood = {detail::ar1_value(e, found.rho, steps), n, p + 2};

    // Second derivatives of ln L, with s² at its maximum, in ρ and β together, by central differences.
    std::vector<double> point{found.rho}, widths{1e-4};
    for (std::size_t k = 0; k < p; ++k) {
        point.push_back(found.coefficients[k]);
        widths.push_back(1e-3 * std::sqrt(found.variance * at.inverse[k * p + k]));
    }
    if (found.rho + widths[0] >= 1 || found.rho - widths[0] <= -1 ||
        (!steps.even && found.rho < widths[0]) || !(found.variance > 0))
        return found; // on the edge there is no standard error
    const auto errors = detail::observed_errors(
        [&](const std::vector<double>& here) {
            return detail::ar1_value(residuals_of(std::span{here}.subspan(1)), here[0], steps);
        },
        point, widths);
    if (errors.empty()) return found;
    found.rho_error = errors[0];
    found.standard_errors.assign(errors.begin() + 1, errors.end());
    return found;
}

} // namespace orgscale
