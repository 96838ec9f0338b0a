#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>

#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>

namespace orgscale {

/// Additive errors, y = f + ε, normal with the same unknown standard deviation σ; of weight w, σ/sqrt(w).
///
///     -2 ln L = n ln(2π S/n) + n - Σ ln w,    S = Σ w (y - f)²
///
/// Least squares is its maximum likelihood.
struct gaussian_noise {
    static constexpr bool        unknown_scale = true; ///< the size of the errors is estimated
    static constexpr std::size_t parameters    = 1;    ///< σ

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        if (weight == 1) return expected - observed; // the usual one
        return (expected - observed) * std::sqrt(weight);
    }

    /// -2 ln L on the scale of y, at the best σ. `sum` is that of the squared residuals.
    [[nodiscard]] double deviance(double sum, const detail::fitted_rows& rows) const
    {
        const auto n      = static_cast<double>(rows.size());
        double     answer = n * std::log(2 * std::numbers::pi * sum / n) + n;
        for (const double weight : rows.weights) answer -= std::log(weight);
        return answer;
    }
};

} // namespace orgscale
