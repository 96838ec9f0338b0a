#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// Options of a map of regions. All have defaults.
struct region_options {
    positive_fraction<double> tolerance{
        1e-3};               ///< distance of a boundary from the true one, as a share of the ranges
    std::int64_t cells = 24; ///< looked at in each direction first: what is smaller may be missed
    bool         smaller_is_better = false; ///< of two answers: a cost, a date to be early
    non_negative<double> margin{1e-6}; ///< relative difference up to which two answers are equal

    [[no_unique_address]] agreed can_locate{tolerance >= 1e-10,
                                            "tolerance must be 1e-10 or greater"};
    [[no_unique_address]] agreed can_look{cells >= 2 && cells <= 2000, "cells must be 2 to 2000"};
};

} // namespace orgscale
