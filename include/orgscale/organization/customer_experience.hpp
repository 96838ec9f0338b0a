#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What customers of an operated organisation experience at a given time.
template <real Real = double>
struct customer_experience {
    Real wait;       ///< from being won to being served; infinite if nobody starts [time]
    Real least_wait; ///< the same while nothing is short                 [time]
    Real served;     ///< share of customers within capacity              [-]
    Real correct;    ///< share of work right the first time              [-]
    Real churn;      ///< share of customers who leave per unit time      [1/time]
};

} // namespace orgscale
