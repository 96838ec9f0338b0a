#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The mean degrees between which a single person can start a cascade through a whole network.
template <real Real = double>
struct cascade_window {
    Real from; ///< with fewer contacts the network is in pieces                 [people]
    Real to;   ///< with more, one contact moves nobody                          [people]
};

} // namespace orgscale
