#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// Options of a least-squares fit. None is required.
///
/// A fit begins at the given start, then at others, until `starts` have been tried and one of them agrees with
/// the best: within the bounds where both are finite, otherwise about the given start, each parameter multiplied
/// by a factor from 1/`spread` to `spread`. The points are those of a low-discrepancy sequence, the same each time.
/// With one start alone nothing confirms the optimum: for inner loops whose starts are known to be good.
struct least_squares_options {
    std::vector<double> low{};                 ///< lowest value of each parameter; empty: none
    std::vector<double> high{};                ///< highest value of each parameter; empty: none
    std::size_t         starts         = 2;    ///< starts to try, the given one included
    double              spread         = 2;    ///< of the other starts, a factor              [-]
    std::int64_t        max_iterations = 4000; ///< from each start
    double damping      = 1e-3; ///< relative to the scale of the parameters, at the start [-]
    bool   acceleration = true; ///< steps follow the curvature of the residuals
    double data_size    = 0;    ///< sqrt(Σ y²) of the data, if known
};

} // namespace orgscale
