#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include <orgscale/core/parameter_error.hpp>
#include <orgscale/fit/detail/random_stream.hpp>

namespace orgscale {

/// Best block lengths for resampling a series, in points.
struct block_lengths {
    double circular;   ///< also for moving blocks
    double stationary; ///< mean length
};

/// Block lengths for a series of n points with first-order serial correlation ρ [1], corrected [2]:
///
///     circular (6 ρ²/(1-ρ²)² n)^(1/3),    stationary (4 ρ²/(1-ρ²)² n)^(1/3)
///
/// Of a series with n over this length of 3 or 4 few blocks are left, and a bootstrap says little.
///
/// [1] Politis, D. N., White, H. (2004). Automatic block-length selection for the dependent bootstrap.
///     Econometric Reviews 23(1), 53-70. doi:10.1081/ETC-120028836
/// [2] Patton, A., Politis, D. N., White, H. (2009). Correction. Econometric Reviews 28(4), 372-375.
///     doi:10.1080/07474930802459016
[[nodiscard]] inline block_lengths best_block_lengths(double rho, std::size_t points)
{
    if (!(rho > -1) || !(rho < 1)) refuse(parameter_error{"must lie between -1 and 1", rho, "rho"});
    const double ratio = rho / (1 - rho * rho), n = static_cast<double>(points);
    return {std::cbrt(6 * ratio * ratio * n), std::cbrt(4 * ratio * ratio * n)};
}

/// First-order serial correlation of values around their mean; 0 if they don't vary.
[[nodiscard]] inline double serial_correlation(std::span<const double> values)
{
    double mean = 0, squares = 0, products = 0;
    for (const double v : values) mean += v;
    mean /= static_cast<double>(values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        squares += (values[i] - mean) * (values[i] - mean);
        if (i > 0) products += (values[i] - mean) * (values[i - 1] - mean);
    }
    return squares > 0 ? products / squares : 0;
}

/// Indices of a resample of n points by circular blocks of one length [1]. Each resample depends on the seed and
/// its number alone.
///
/// [1] Politis, D. N., Romano, J. P. (1992). A circular block-resampling procedure for stationary data. In
///     Exploring the Limits of Bootstrap, Wiley, 263-270.
[[nodiscard]] inline std::vector<std::size_t> circular_blocks(std::size_t   points,
                                                              std::size_t   length,
                                                              std::uint64_t seed,
                                                              std::uint64_t resample)
{
    std::vector<std::size_t> indices;
    if (length == 0) refuse(parameter_error{"must be greater than 0", "length"});
    detail::random_stream stream{seed, resample};
    while (indices.size() < points) {
        const auto first = static_cast<std::size_t>(stream.below(points));
        for (std::size_t i = 0; i < (std::min)(length, points) && indices.size() < points; ++i)
            indices.push_back((first + i) % points);
    }
    return indices;
}

} // namespace orgscale
