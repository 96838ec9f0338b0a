#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>
#include <numbers>
#include <span>

#include <orgscale/core/real.hpp>
#include <orgscale/fit/detail/fitted_rows.hpp>

namespace orgscale {

/// Errors that persist: ε_t = ρ ε_{t-1} + u_t with normal u_t of unknown standard deviation s, and the first error
/// stationary (exact maximum likelihood).
///
///     -2 ln L = n ln(2π s²) + n - ln(1-ρ²),    s² = ((1-ρ²) ε_1² + Σ (ε_t - ρ ε_{t-1})²)/n
///
/// ρ is the correlation over the shortest time between two figures. Over d times that it is ρ^d, and the variance of
/// the innovation s² (1 - ρ^{2d})/(1-ρ²); at uneven times ρ >= 0. n errors are worth only n (1-ρ)/(1+ρ) independent ones.
struct autocorrelated_noise {
    double correlation = 0; ///< ρ, over the shortest step, estimated

    static constexpr bool        unknown_scale = true;
    static constexpr std::size_t parameters    = 2; ///< s and ρ

    // The correlation is searched as artanh ρ.
    static constexpr double                   lowest = -4, highest = 8;
    [[nodiscard]] static autocorrelated_noise at(double place) { return {std::tanh(place)}; }
    [[nodiscard]] double                      extra() const { return correlation; }

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        return (expected - observed) * std::sqrt(weight);
    }

    /// Makes independent residuals of those at these times, in place.
    template <real Real>
    void whiten(std::span<Real> residuals, std::span<const double> times) const
    {
        const double unit = shortest(times);
        for (std::size_t i = residuals.size(); i-- > 1;) {
            const auto [carried, scale] = over((times[i] - times[i - 1]) / unit);
            residuals[i]                = (residuals[i] - residuals[i - 1] * carried) * scale;
        }
        if (!residuals.empty())
            residuals[0] = residuals[0] * std::sqrt(1 - correlation * correlation);
    }

    [[nodiscard]] double deviance(double sum, const detail::fitted_rows& rows) const
    {
        const auto n      = static_cast<double>(rows.size());
        double     answer = n * std::log(2 * std::numbers::pi * sum / n) + n;
        answer -= std::log1p(-correlation * correlation);
        const double unit = shortest(rows.times);
        for (std::size_t i = 1; i < rows.times.size(); ++i)
            answer -= 2 * std::log(over((rows.times[i] - rows.times[i - 1]) / unit).scale);
        for (const double weight : rows.weights) answer -= std::log(weight);
        return answer;
    }

private:
    struct carried_over {
        double carried, scale;
    };

    [[nodiscard]] static double shortest(std::span<const double> times)
    {
        double least_step = std::numeric_limits<double>::infinity();
        for (std::size_t i = 1; i < times.size(); ++i)
            least_step = (std::min)(least_step, times[i] - times[i - 1]);
        return least_step;
    }

    /// The share that an error leaves over a time, and the scale that makes the innovation's variance s². NaN for a
    /// negative correlation over a broken time.
    [[nodiscard]] carried_over over(double time) const
    {
        if (std::abs(time - 1) < 1e-9) return {correlation, 1};
        const double carried = std::pow(correlation, time);
        return {carried, std::sqrt((1 - correlation * correlation) / (1 - carried * carried))};
    }
};

} // namespace orgscale
