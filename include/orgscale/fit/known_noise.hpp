#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>

namespace orgscale {

/// Normal errors whose standard deviation σ is known, such as that of a survey; of weight w, σ/sqrt(w).
///
///     -2 ln L = Σ (w (y - f)²/σ² + ln(2π σ²/w))
struct known_noise {
    finite_positive<double> deviation; ///< σ, in units of y

    static constexpr bool        unknown_scale = false;
    static constexpr std::size_t parameters    = 0;

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        return (expected - observed) * (std::sqrt(weight) / deviation);
    }

    [[nodiscard]] double deviance(double sum, const detail::fitted_rows& rows) const
    {
        const double variance = deviation * deviation;
        double       answer   = sum + static_cast<double>(rows.size()) *
                                  std::log(2 * std::numbers::pi * variance);
        for (const double weight : rows.weights) answer -= std::log(weight);
        return answer;
    }
};

} // namespace orgscale
