#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale {

/// What a design may be told besides its promise. Nothing must be.
template <real Real = double>
struct design_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real>     absolute{default_tolerance<Real>()}; ///< the same near zero, in units of x
    std::int64_t       max_steps = 100'000;                 ///< of each run
    positive<Real>     search_relative{Real(1e-6)};         ///< error of a step while searching [-]
    std::int64_t       sample = 256;  ///< organisations all over the box that are looked at first
    std::int64_t       runs   = 3000; ///< at most in each of the searches that follow

    [[no_unique_address]] agreed looks_at_one{sample >= 1, "sample must be at least 1"};
    [[no_unique_address]] agreed searches{runs >= 0, "runs must be 0 or greater"};
};

} // namespace orgscale
