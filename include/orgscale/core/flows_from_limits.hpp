#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The rates of a growth model that gives its limits and no flows: the limit that governs is the inflow,
/// the first of them the demand.
template <real Real, class Limits, class Limit>
struct flows_from_limits {
    Limits limits;
    Real   inflow;    ///< customers won and served                [customers/time]
    Real   demand;    ///< the same if only demand limited it      [customers/time]
    Limit  governing; ///< of the customers' limits

    /// The customers' limit that governs.
    [[nodiscard]] constexpr Limit bottleneck() const { return governing; }
};

} // namespace orgscale
