#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale {

/// Options of a design. All have defaults.
template <real Real = double>
struct design_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real> absolute{default_tolerance<Real>()}; ///< error of a step near zero, in units of x
    std::int64_t   max_steps = 100'000;                 ///< of each run
    positive<Real> search_relative{Real(1e-6)};         ///< error of a step while searching [-]
    std::int64_t   sample = 256;                        ///< points of the box sampled first
    std::int64_t   runs   = 3000;                       ///< at most, in each search that follows

    [[no_unique_address]] agreed looks_at_one{sample >= 1, "sample must be at least 1"};
    [[no_unique_address]] agreed searches{runs >= 0, "runs must be 0 or greater"};
};

} // namespace orgscale
