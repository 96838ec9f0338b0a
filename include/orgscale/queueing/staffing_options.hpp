#pragma once

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// What a staff must allow for besides its goal.
///
///     staff_for(demand, goal, {.shrinkage = 0.3, .max_occupancy = 0.85})
template <real Real = double>
struct staffing_options {
    using real_type = Real;

    fraction_below_one<Real> shrinkage{0};    ///< share of paid time away from work [-]
    positive_fraction<Real> max_occupancy{1}; ///< largest share of an agent's time spent working [-]
};

} // namespace orgscale
