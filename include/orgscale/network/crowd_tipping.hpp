#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// The spread of thresholds at which a large crowd tips.
template <real Real = double>
struct crowd_tipping {
    Real deviation; ///< standard deviation of thresholds [-]
    Real before;    ///< share acting just below it       [-]
};

} // namespace orgscale
