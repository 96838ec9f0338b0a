#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>

#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>

namespace orgscale {

/// Multiplicative errors, ln y normal about ln f with the same unknown standard deviation σ; f is the median of y.
///
///     -2 ln L = n ln(2π S/n) + n - Σ ln w + 2 Σ ln y,    S = Σ w (ln y - ln f)²
///
/// The last term makes it a likelihood of y, comparable with others of the same y. For y > 0.
struct log_normal_noise {
    static constexpr bool        unknown_scale = true;
    static constexpr std::size_t parameters    = 1;

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        using std::log;
        return (log(expected) - std::log(observed)) * std::sqrt(weight);
    }

    [[nodiscard]] static bool observable(double y) { return y > 0; }

    [[nodiscard]] double deviance(double sum, const detail::fitted_rows& rows) const
    {
        const auto n      = static_cast<double>(rows.size());
        double     answer = n * std::log(2 * std::numbers::pi * sum / n) + n;
        for (const double weight : rows.weights) answer -= std::log(weight);
        for (const double y : rows.observed) answer += 2 * std::log(y);
        return answer;
    }
};

} // namespace orgscale
