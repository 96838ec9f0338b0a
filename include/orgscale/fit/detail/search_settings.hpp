#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/fit/least_squares_fit.hpp>

namespace orgscale::detail {

/// Settings of one search.
struct search_settings {
    const double* low  = nullptr; ///< null: no bounds
    const double* high = nullptr;
    const char*   open = nullptr; ///< bits: 1, the lower bound is open; 2, the upper; null: none is
    std::int64_t  max_iterations   = 4000;
    double        damping          = 1e-3;
    bool          acceleration     = true;
    double        data_size        = 0;
    double        precision        = 0;       ///< of residuals, relative to the data: that of runs
    const least_squares_fit* known = nullptr; ///< an optimum that the search may run into

    /// To what the gradient is reduced, relative to the residuals' length: to the errors of runs, or until it moves
    /// estimates by no more than this share of their standard errors.
    [[nodiscard]] double least_gradient() const { return 30 * precision + 1e-12; }

    /// The value of parameter k within its bounds. From `now`, an open bound is approached by nine tenths of the way.
    [[nodiscard]] double inside(std::size_t k, double value, double now) const
    {
        if (fixed(k)) return low[k];
        const char   bits  = open != nullptr ? open[k] : char{0};
        const double still = now / 10;
        if (low != nullptr && value <= low[k])
            return (bits & 1) != 0 ? 0.9 * low[k] + still : low[k];
        if (high != nullptr && value >= high[k])
            return (bits & 2) != 0 ? 0.9 * high[k] + still : high[k];
        return value;
    }

    /// Whether the bounds of parameter k coincide.
    [[nodiscard]] bool fixed(std::size_t k) const
    {
        return low != nullptr && high != nullptr && !(low[k] < high[k]);
    }
};

} // namespace orgscale::detail
