#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>
#include <orgscale/fit/detail/signed_root.hpp>

namespace orgscale {

/// Counts, y Poisson with mean f > 0: customers won, or products sold, in a period.
///
///     ln L = Σ w (y ln f - f - ln y!)
///
/// Only counts are counted: in thousands they are no counts, and their standard errors would depend on the unit.
/// With `dispersed` standard errors are multiplied by sqrt(φ), φ = Σ (y - f)²/f / (n - p) (Pearson), so that the unit
/// doesn't matter; the likelihood then ranks laws no longer.
struct poisson_noise {
    bool dispersed = false;

    static constexpr bool        unknown_scale = false;
    static constexpr std::size_t parameters    = 0;

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        return detail::poisson_root(expected, observed) * std::sqrt(weight);
    }

    /// A residual in units of its standard deviation.
    template <real Real>
    [[nodiscard]] Real pearson(const Real& expected, double observed, double weight) const
    {
        return (expected - observed) * std::sqrt(weight / plain(passive(expected)));
    }

    [[nodiscard]] static bool observable(double y) { return y >= 0; }

    [[nodiscard]] double deviance(double, const detail::fitted_rows& rows) const
    {
        double answer = 0;
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const double w = rows.weight(i), y = rows.observed[i], f = rows.expected[i];
            answer -= 2 * w * ((y > 0 ? y * std::log(f) : 0) - f - std::lgamma(y + 1));
        }
        return answer;
    }
};

} // namespace orgscale
