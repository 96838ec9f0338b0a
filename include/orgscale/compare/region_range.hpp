#pragma once

#include <cmath>
#include <limits>
#include <string>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// One axis of a map: a parameter by its full name, and its range.
///
///     region_range{"governance.alignment", 0.5, 1}
///     region_range{"sales_rate", 1, 1000, true}              with equal ratios, not equal differences
struct region_range {
    std::string          name;
    finite_value<double> low;
    finite_value<double> high;
    bool                 logarithmic = false;

    [[no_unique_address]] agreed in_order{low < high, "low must be less than high"};
    [[no_unique_address]] agreed has_logarithm{!logarithmic || low > 0,
                                               "low must be greater than 0 for equal ratios"};

    /// The value at a share of the way from low to high; exactly low at 0 and high at 1.
    [[nodiscard]] double at(double share) const
    {
        if (share <= 0) return low;
        if (share >= 1) return high;
        const double infinite = std::numeric_limits<double>::infinity();
        // By another way where the ratio or the difference of the ends is too large for a number.
        const double value =
            logarithmic             ? high / low < infinite
                                          ? low * std::exp(share * std::log(high / low))
                                          : std::exp((1 - share) * std::log(low) + share * std::log(high))
                        : high - low < infinite ? low + share * (high - low)
                                    : (1 - share) * low + share * high;
        return value < low ? double{low} : value > high ? double{high} : value;
    }
};

} // namespace orgscale
