#pragma once

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

#include <orgscale/compare/region_options.hpp>
#include <orgscale/compare/region_side.hpp>

namespace orgscale::detail {

/// Both answers at a place, and what follows from them.
struct region_sample {
    std::optional<double> first, second;
    double                lead = 0; ///< of the first; NaN where there is none
    region_side           side = region_side::neither;
};

[[nodiscard]] inline region_sample sample_of(const std::optional<double>& first,
                                             const std::optional<double>& second,
                                             const region_options&        options)
{
    region_sample sample{first, second, std::numeric_limits<double>::quiet_NaN(),
                         region_side::neither};
    if (!first || !second) return sample;
    const double a = *first, b = *second;
    const double gap = a == b ? 0 : options.smaller_is_better ? b - a : a - b; // also of infinities
    const double size = (std::max)(std::abs(a), std::abs(b));
    const double even = size < std::numeric_limits<double>::infinity() ? options.margin * size : 0;
    sample.lead       = gap;
    if (gap > even) sample.side = region_side::first;
    if (gap < -even) sample.side = region_side::second;
    return sample;
}

} // namespace orgscale::detail
