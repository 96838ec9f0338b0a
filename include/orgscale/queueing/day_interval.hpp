#pragma once

#include <orgscale/core/real.hpp>

namespace orgscale {

/// A queue over one interval of a day, on average and at its end; see queue_through_day.
template <real Real = double>
struct day_interval {
    Real utilization; ///< share of an agent's time that is worked                    [-]
    Real mean_queue;  ///< customers who wait                                 [customers]
    Real end_queue;   ///< customers who wait at the end                      [customers]
    Real end_number;  ///< customers in the queue or in service at the end    [customers]
};

} // namespace orgscale
