#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How many units, or people, do most together.
template <real Real = double>
struct output_peak {
    Real units;    ///< where more would do less       [units]
    Real speed_up; ///< what they do, relative to one unit [-]
};

} // namespace orgscale
