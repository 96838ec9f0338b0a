#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/fit/detail/growth_series.hpp>

namespace orgscale::detail {

/// The sizes of a series, or their logarithms, to which curves are fitted.
struct observed_sizes {
    const growth_series& data;
    bool                 logs;

    [[nodiscard]] double operator[](std::size_t i) const
    {
        return logs ? data.logs[i] : data.sizes[i];
    }

    /// A curve's size x on the same scale, and the derivative by x.
    [[nodiscard]] double of(double x) const { return logs ? std::log(x) : x; }
    [[nodiscard]] double slope(double x) const { return logs ? 1 / x : 1; }
};

} // namespace orgscale::detail
