#pragma once

#include <cmath>
#include <cstddef>
#include <numbers>
#include <span>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// Which of two models the data prefer.
struct preference {
    double ratio;     ///< sum of l1 - l2: above 0, the first is likelier
    double statistic; ///< V, standard normal if neither is closer to the truth
    double p;         ///< of so large a |V| by chance, two-sided; not a goodness of fit

    /// Whether the data can't tell the two apart (p > 0.1, as in [2]).
    [[nodiscard]] bool undecided() const { return !(p <= 0.1); }
};

/// Vuong's test of two models that aren't nested, from the log-likelihood of every point under each [1]:
///
///     R = sum (l1 - l2),    V = R/(ω sqrt n),    p = erfc(|V|/sqrt 2)
///
/// ω² is the mean square deviation of l1 - l2 from its mean (divisor n). For serially dependent points,
/// `lag` above 0 adds covariances with Bartlett weights. Both models must be at their optima, on the same
/// scale of the data: an inferior optimum of one changes the answer. Models that agree at every point give
/// p = 1. Not for nested models, where V is not normal.
///
/// [1] Vuong, Q. H. (1989). Likelihood ratio tests for model selection and non-nested hypotheses.
///     Econometrica 57(2), 307-333. doi:10.2307/1912557
/// [2] Clauset, A., Shalizi, C. R., Newman, M. E. J. (2009). Power-law distributions in empirical data.
///     SIAM Review 51(4), 661-703. doi:10.1137/070710111
[[nodiscard]] inline preference vuong(std::span<const double> first, std::span<const double> second,
                                      std::size_t lag = 0)
{
    const std::size_t n = first.size();
    if (second.size() != n || n < 2)
        refuse(parameter_error{"both models need the same points, two or more", "second"});
    double ratio = 0, variance = 0;
    for (std::size_t i = 0; i < n; ++i) ratio += first[i] - second[i];
    const double mean = ratio / static_cast<double>(n);
    for (std::size_t l = 0; l <= lag && l < n; ++l) {
        double product = 0;
        for (std::size_t i = l; i < n; ++i)
            product += (first[i] - second[i] - mean) * (first[i - l] - second[i - l] - mean);
        const double weight = 1 - static_cast<double>(l) / static_cast<double>(lag + 1);
        variance += (l == 0 ? 1 : 2 * weight) * product / static_cast<double>(n);
    }
    if (!(variance > 0)) {
        if (ratio == 0) return {0, 0, 1};
        return {ratio, std::copysign(HUGE_VAL, ratio), 0};
    }
    const double v = ratio / std::sqrt(variance * static_cast<double>(n));
    return {ratio, v, std::erfc(std::abs(v) / std::numbers::sqrt2)};
}

} // namespace orgscale
