#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Errors that persist: ε_t = ρ ε_{t-1} + u_t with normal u_t of unknown standard deviation s, and the first error
/// stationary (exact maximum likelihood).
///
///     -2 ln L = n ln(2π s²) + n - ln(1-ρ²),    s² = ((1-ρ²) ε_1² + Σ (ε_t - ρ ε_{t-1})²)/n
///
/// Times may be uneven: over a time d the correlation is ρ^d, and the variance of the innovation
/// s² (1 - ρ^{2d})/(1-ρ²). Then ρ >= 0. n errors are worth only n (1-ρ)/(1+ρ) independent ones.
struct autocorrelated_noise {
    double correlation = 0; ///< ρ, over one unit of time, estimated

    static constexpr bool        unknown_scale = true;
    static constexpr std::size_t parameters    = 2; ///< s and ρ

    // The correlation is searched as artanh ρ.
    static constexpr double lowest = -4, highest = 8;
    [[nodiscard]] static autocorrelated_noise at(double place) { return {std::tanh(place)}; }
    [[nodiscard]] double extra() const { return correlation; }

    template <real Real>
    [[nodiscard]] Real residual(const Real& expected, double observed, double weight) const
    {
        return (expected - observed) * std::sqrt(weight);
    }

    /// Makes independent residuals of those at these times, in place.
    template <real Real>
    void whiten(std::span<Real> residuals, std::span<const double> times) const
    {
        for (std::size_t i = residuals.size(); i-- > 1;) {
            const auto [carried, scale] = over(times[i] - times[i - 1]);
            residuals[i]                = (residuals[i] - residuals[i - 1] * carried) * scale;
        }
        if (!residuals.empty()) residuals[0] = residuals[0] * std::sqrt(1 - correlation * correlation);
    }

    [[nodiscard]] double deviance(double sum, std::span<const double> times, std::span<const double> observed,
                                  std::span<const double> weights) const
    {
        const auto n      = static_cast<double>(observed.size());
        double     answer = n * std::log(2 * std::numbers::pi * sum / n) + n;
        answer -= std::log1p(-correlation * correlation);
        for (std::size_t i = 1; i < times.size(); ++i)
            answer -= 2 * std::log(over(times[i] - times[i - 1]).scale);
        for (const double weight : weights) answer -= std::log(weight);
        return answer;
    }

private:
    struct carried_over {
        double carried, scale;
    };

    [[nodiscard]] carried_over over(double time) const
    {
        if (time == 1) return {correlation, 1};
        const double carried = std::pow(correlation, time);
        return {carried, std::sqrt((1 - correlation * correlation) / (1 - carried * carried))};
    }
};

} // namespace orgscale
