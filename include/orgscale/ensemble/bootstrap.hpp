#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/ensemble/detail/mixed.hpp>
#include <orgscale/ensemble/interval_estimate.hpp>
#include <orgscale/ensemble/random_seed.hpp>

namespace orgscale {

/// Options of a bootstrap; the seed has no default.
struct bootstrap_options {
    random_seed                seed;             ///< seed of the resamples
    fraction_below_one<double> level{0.95};      ///< confidence level of the intervals [-]
    std::size_t                resamples = 1000; ///< number of resamples

    [[no_unique_address]] agreed has_resamples{resamples >= 2, "resamples must be 2 or more"};
};

namespace detail {

/// How often each of `size` rows occurs in a resample of the same size, drawn with replacement.
inline void count_resampled(random_seed seed, std::uint64_t resample, std::size_t size,
                            std::vector<double>& times)
{
    constexpr std::uint64_t apart = 0x626f6f7473747261ULL; // separate from the sample's streams
    times.assign(size, 0);
    for (std::size_t draw = 0; draw < size; ++draw) {
        const double u = to_unit(mixed(seed.value ^ apart, resample, draw));
        ++times[static_cast<std::size_t>(u * static_cast<double>(size))];
    }
}

/// How much wider than a resample's spread an interval from so few rows must be: resamples of n rows vary by
/// (n-1)/n of the variance, and a spread estimated from n rows asks for Student's t where many ask for
/// the normal z: sqrt(n/(n-1)) t/z.
[[nodiscard]] inline double few_rows_factor(std::size_t rows, double level)
{
    if (rows < 2) return std::numeric_limits<double>::infinity();
    if (!(level > 0)) return 1;
    double z = 0; // erf(z/√2) = level; erf is concave, so that Newton's method stays below
    for (int step = 0; step < 100; ++step) {
        const double more = (level - std::erf(z * 0.70710678118654752)) * std::exp(z * z / 2) *
                            1.2533141373155003; // sqrt(π/2)
        if (!(more > 1e-12)) break;
        z += more;
    }
    const double n = static_cast<double>(rows - 1), s = z * z;
    double       t = 0;
    if (rows == 2) {
        t = std::tan(1.5707963267948966 * level);
    } else if (rows == 3) {
        t = level * std::sqrt(2 / (1 - level * level));
    } else { // Abramowitz and Stegun, 26.7.5
        t = z * (1 + (s + 1) / (4 * n) + ((5 * s + 16) * s + 3) / (96 * n * n) +
                 (((3 * s + 19) * s + 17) * s - 15) / (384 * n * n * n));
    }
    return std::sqrt(static_cast<double>(rows) / n) * t / z;
}

} // namespace detail

/// Percentile bootstrap intervals of several estimates at once [1], widened for few rows [2].
///
///     estimates(times) -> vector: the estimates if row i occurs times[i] times in the sample
///
///     bootstrap([&](const std::vector<double>& times) { return std::vector{mean_of(rows, times)}; },
///               rows.size(), {.seed = 7})[0].high;
///
/// Rows must be independent; for a low-discrepancy sample the intervals are too wide rather than too
/// narrow. The same seed gives bit-identical results.
///
/// [1] Efron, B., Tibshirani, R. J. (1993). An Introduction to the Bootstrap. Chapman & Hall, chapter 13.
///     doi:10.1201/9780429246593
/// [2] Hesterberg, T. C. (2015). What teachers should know about the bootstrap. The American Statistician
///     69(4), 371-386. doi:10.1080/00031305.2015.1089789
template <class Estimates>
[[nodiscard]] std::vector<interval_estimate> bootstrap(const Estimates& estimates, std::size_t rows,
                                                       const bootstrap_options& options)
{
    std::vector<double>              times(rows, 1);
    const std::vector<double>        whole = estimates(times);
    std::vector<std::vector<double>> found(whole.size());
    for (std::size_t resample = 0; resample < options.resamples; ++resample) {
        detail::count_resampled(options.seed, resample, rows, times);
        const std::vector<double> again = estimates(times);
        for (std::size_t i = 0; i < whole.size(); ++i) found[i].push_back(again[i]);
    }

    const std::size_t last  = options.resamples - 1;
    const double      level = options.level, factor = detail::few_rows_factor(rows, level);
    std::vector<interval_estimate> all;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::sort(found[i].begin(), found[i].end());
        const auto at = [&](double share) {
            const double place = share * static_cast<double>(last);
            const auto   below = static_cast<std::size_t>(place);
            const double part  = place - static_cast<double>(below);
            const auto   above = (std::min)(below + 1, last);
            return found[i][below] + part * (found[i][above] - found[i][below]);
        };
        // No factor turns a spread of 0 or a bound beyond the estimate around.
        const auto from = [&](double bound) {
            return bound == whole[i] ? bound : whole[i] + factor * (bound - whole[i]);
        };
        all.push_back({whole[i], from(at((1 - level) / 2)), from(at((1 + level) / 2))});
    }
    return all;
}

} // namespace orgscale
