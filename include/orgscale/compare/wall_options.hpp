#pragma once

#include <cstdint>
#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/solve/options.hpp>

namespace orgscale {

/// Options of a wall and of its run.
template <real Real = double>
struct wall_options {
    finite_value<Real>       from{0};
    finite_value<Real>       to;
    positive<Real>           relative{default_tolerance<Real>()};
    positive<Real>           absolute{default_tolerance<Real>()};
    std::int64_t             max_steps = 100'000;
    positive<Real>           max_step{infinity<Real>()};
    fraction_below_one<Real> shortfall{Real(0.05)}; ///< share of demand that must go unmet      [-]
    /// Loss over the length of the run, as a share of the customers, that must be exceeded [-]; 0 counts any loss.
    fraction_below_one<Real> negligible{Real(0.001)};
    std::source_location     where =
        std::source_location::current(); ///< reported if the start is refused

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
};

} // namespace orgscale
