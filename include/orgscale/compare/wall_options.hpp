#pragma once

#include <cstdint>

#include <orgscale/core/checked.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale {

/// What sets a wall apart from a passing shortage, with the options of its run.
template <real Real = double>
struct wall_options {
    finite_value<Real>       from{0};
    finite_value<Real>       to;
    positive<Real>           relative{default_tolerance<Real>()};
    positive<Real>           absolute{default_tolerance<Real>()};
    std::int64_t             max_steps = 100'000;
    positive<Real>           max_step{infinity<Real>()};
    fraction_below_one<Real> shortfall{Real(0.05)}; ///< share of demand that must be missed     [-]
    /// Of the customers there are, what must be missed over the whole length of the run [-]; 0: any loss counts.
    fraction_below_one<Real> negligible{Real(0.001)};

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
};

} // namespace orgscale
