#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How often a vote is right, and how far from it this may be.
template <real Real = double>
struct vote_accuracy {
    Real accuracy;    ///< probability of the right decision [-]
    Real error_bound; ///< largest error besides rounding; 0 if there is none [-]
};

} // namespace orgscale
