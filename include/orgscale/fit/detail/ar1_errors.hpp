#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale::detail {

/// Steps between times in units of the shortest, or ones; whether all are whole and equal.
struct ar1_steps {
    std::vector<double> lengths; ///< lengths[0] is not used
    bool                even = true;
};

[[nodiscard]] inline ar1_steps steps_between(std::span<const double> times, std::size_t count)
{
    ar1_steps steps{std::vector<double>(count, 1.0)};
    if (times.empty()) return steps;
    if (times.size() != count) refuse(parameter_error{"must be as many as the values", "times"});
    double shortest = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < count; ++i) {
        steps.lengths[i] = times[i] - times[i - 1];
        if (!(steps.lengths[i] > 0)) refuse(parameter_error{"must increase", times[i], "times"});
        shortest = (std::min)(shortest, steps.lengths[i]);
    }
    for (std::size_t i = 1; i < count; ++i) {
        steps.lengths[i] /= shortest;
        steps.even = steps.even && std::abs(steps.lengths[i] - 1) < 1e-9;
    }
    return steps;
}

/// Innovations divided by their spread relative to the first step's, of any column.
[[nodiscard]] inline std::vector<double> whitened(std::span<const double> of, double rho,
                                                  const ar1_steps& steps)
{
    std::vector<double> white(of.size());
    if (of.empty()) return white;
    white[0] = of[0] * std::sqrt(1 - rho * rho);
    for (std::size_t i = 1; i < of.size(); ++i) {
        const double keep = steps.even ? rho : std::pow(rho, steps.lengths[i]);
        const double wide = steps.even ? 1.0 : std::sqrt((1 - keep * keep) / (1 - rho * rho));
        white[i]          = (of[i] - keep * of[i - 1]) / wide;
    }
    return white;
}

/// ln of the determinant of the errors' covariance over that of s² alone.
[[nodiscard]] inline double log_spread(double rho, const ar1_steps& steps)
{
    double sum = -std::log1p(-rho * rho);
    if (!steps.even)
        for (std::size_t i = 1; i < steps.lengths.size(); ++i)
            sum += std::log((1 - std::pow(rho, 2 * steps.lengths[i])) / (1 - rho * rho));
    return sum;
}

/// ln L of residuals, at the likeliest variance of the innovations.
[[nodiscard]] inline double ar1_value(std::span<const double> residuals, double rho,
                                      const ar1_steps& steps)
{
    const double n = static_cast<double>(residuals.size());
    double       s = 0;
    for (const double e : whitened(residuals, rho, steps)) s += e * e;
    return -0.5 * (n * std::log(2 * std::numbers::pi * s / n) + n + log_spread(rho, steps));
}

} // namespace orgscale::detail
