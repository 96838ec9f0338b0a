#pragma once

#include <cstddef>
#include <cstdint>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Options of a calibration. None is required.
struct calibrate_options {
    std::size_t starts =
        2; ///< starts to try, the model's values included (see least_squares_options)
    double       spread    = 2; ///< of the other starts, a factor                             [-]
    double       from      = 0; ///< when runs start                                        [time]
    double       tolerance = 1e-9; ///< of the steps of runs, relative and absolute             [-]
    std::int64_t max_iterations = 4000; ///< from each start
    bool         acceleration   = true; ///< steps follow the curvature of the residuals
};

} // namespace orgscale
