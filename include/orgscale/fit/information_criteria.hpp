#pragma once

#include <cmath>
#include <cstddef>
#include <limits>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/log_likelihood.hpp>

namespace orgscale {

/// Akaike's criterion, -2 ln L + 2 K.
template <class Scale>
[[nodiscard]] double aic(const log_likelihood<Scale>& of)
{
    return -2 * of.value + 2 * static_cast<double>(of.parameters);
}

/// Akaike's criterion corrected for few points, AIC + 2 K (K+1)/(n-K-1); infinite for n <= K + 1 [1].
///
/// [1] Hurvich, C. M., Tsai, C.-L. (1989). Regression and time series model selection in small samples.
///     Biometrika 76(2), 297-307. doi:10.1093/biomet/76.2.297
template <class Scale>
[[nodiscard]] double aicc(const log_likelihood<Scale>& of)
{
    if (of.points <= of.parameters + 1) return std::numeric_limits<double>::infinity();
    const double k = static_cast<double>(of.parameters);
    return aic(of) + 2 * k * (k + 1) / static_cast<double>(of.points - of.parameters - 1);
}

/// Schwarz's criterion, -2 ln L + K ln n.
template <class Scale>
[[nodiscard]] double bic(const log_likelihood<Scale>& of)
{
    return -2 * of.value +
           static_cast<double>(of.parameters) * std::log(static_cast<double>(of.points));
}

/// Weights exp(-Δ/2) of candidates by AICc, which sum to 1; all 0 if no criterion is finite.
///
/// The candidates must have been fitted to the same data: likelihoods of different scales don't compile
/// together, different numbers of points are refused. That the figures are the same is the caller's part.
template <class Scale>
[[nodiscard]] std::vector<double> akaike_weights(std::span<const log_likelihood<Scale>> candidates)
{
    std::vector<double> weights;
    double              least = std::numeric_limits<double>::infinity(), sum = 0;
    for (const auto& one : candidates) {
        if (one.points != candidates.front().points)
            refuse(parameter_error{"candidates must have the same points", "points"});
        weights.push_back(aicc(one));
        if (weights.back() < least) least = weights.back();
    }
    const bool any = least < std::numeric_limits<double>::infinity();
    for (double& weight : weights) {
        // Also where a perfect fit makes the least -infinity.
        weight = !any ? 0.0 : !(weight > least) ? 1.0 : std::exp((least - weight) / 2);
        sum += weight;
    }
    if (sum > 0)
        for (double& weight : weights) weight /= sum;
    return weights;
}

} // namespace orgscale
