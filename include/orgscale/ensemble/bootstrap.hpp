#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
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

} // namespace detail

/// Percentile bootstrap intervals of several estimates at once [1].
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

    const std::size_t              last  = options.resamples - 1;
    const double                   level = options.level;
    std::vector<interval_estimate> all;
    for (std::size_t i = 0; i < whole.size(); ++i) {
        std::sort(found[i].begin(), found[i].end());
        const auto at = [&](double share) {
            const double place = share * static_cast<double>(last);
            const auto   below = static_cast<std::size_t>(place);
            const double part  = place - static_cast<double>(below);
            const auto   above = std::min(below + 1, last);
            return found[i][below] + part * (found[i][above] - found[i][below]);
        };
        all.push_back({whole[i], at((1 - level) / 2), at((1 + level) / 2)});
    }
    return all;
}

} // namespace orgscale
