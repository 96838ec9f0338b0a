#pragma once

#include <string>
#include <vector>

#include <orgscale/fit/value_interval.hpp>

namespace orgscale {

/// How well data determine a parameter or an answer: the profile PL(v), the smallest -2 ln L with it at v, and the
/// interval where PL rises by no more than a threshold.
struct profile_result {
    /// A value of what is profiled, and the best fit with it.
    struct point {
        double                   value;
        double                   rise;      ///< of -2 ln L above its minimum
        std::vector<double>      estimates; ///< of all parameters
        std::vector<std::string> on_bound;  ///< parameters at an end of their range
    };

    double         estimate;
    value_interval interval{};  ///< an end that is missing is unbounded
    bool   low_at_end  = false; ///< the interval reaches the lower end of the parameter's range
    bool   high_at_end = false;
    double threshold   = 0;      ///< of the rise
    std::vector<point> points{}; ///< by value
    std::vector<std::string>
         on_bound{};        ///< parameters at an end of their range somewhere in the interval
    bool restarted = false; ///< a better optimum than the fit's was found, and is reported
    bool complete  = true;  ///< every point's fit passed its tests
};

} // namespace orgscale
