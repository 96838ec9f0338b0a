#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The rates of a growth model that gives limits but no flows: the inflow is the governing limit, the
/// demand the first one.
template <real Real, class Limits, class Limit>
struct flows_from_limits {
    Limits limits;
    Real   inflow;    ///< customers won and served                [customers/time]
    Real   demand;    ///< the inflow if only demand limited it    [customers/time]
    Limit  governing; ///< of the customers' limits

    /// The customers' limit that governs.
    [[nodiscard]] constexpr Limit bottleneck() const { return governing; }
};

} // namespace orgscale
