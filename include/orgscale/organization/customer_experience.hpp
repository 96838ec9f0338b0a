#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What customers of an operated organisation experience at a moment.
template <real Real = double>
struct customer_experience {
    Real wait;    ///< from being won to being served, if there is room    [time]
    Real served;  ///< share of the customers whom there is room to serve     [-]
    Real correct; ///< share of the work that is right the first time         [-]
    Real churn;   ///< share of the customers who leave in a unit of time [1/time]
};

} // namespace orgscale
