#pragma once

#include <limits>

#include <orgscale/core/rules.hpp>

namespace orgscale::detail {

/// The values a rule allows, as an interval.
struct rule_range {
    double low       = -std::numeric_limits<double>::infinity();
    double high      = std::numeric_limits<double>::infinity();
    bool   low_open  = false; ///< whether the end itself is not allowed
    bool   high_open = false;
};

/// The interval of a rule. A rule of your own without one is respected too: steps that break it are not taken.
template <class Rule>
[[nodiscard]] constexpr rule_range range_of()
{
    rule_range range;
    // An end that rules have is 0 or 1; which side is allowed shows at numbers beside it.
    constexpr double step = 1e-9;
    for (const double end : {0.0, 1.0}) {
        const bool below = Rule::holds(end - step), at = Rule::holds(end),
                   above = Rule::holds(end + step);
        if (!below && above) range.low = end, range.low_open = !at;
        if (below && !above) range.high = end, range.high_open = !at;
    }
    return range;
}

} // namespace orgscale::detail
