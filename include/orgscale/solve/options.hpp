#pragma once

#include <cstdint>
#include <limits>
#include <source_location>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// The default tolerance: 1e-9, or as much as the number type can resolve.
template <real Real>
[[nodiscard]] constexpr Real default_tolerance()
{
    if constexpr (std::numeric_limits<Real>::is_specialized) {
        const Real least_useful = 16 * std::numeric_limits<Real>::epsilon();
        return least_useful > Real(1e-9) ? least_useful : Real(1e-9);
    } else {
        return Real(1e-9);
    }
}

/// Options of a run. Only `to` is required.
///
/// A step is accepted if its estimated error in each number x of the state is at most absolute + relative
/// |x|.
template <real Real = double>
struct solve_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    finite_value<Real> to;                                  ///< time of the end          [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real> absolute{default_tolerance<Real>()}; ///< error of a step near zero, in units of x
    std::int64_t         max_steps = 100'000;           ///< attempted, rejected ones included
    positive<Real>       max_step{infinity<Real>()};    ///< longest step             [time]
    std::source_location where =
        std::source_location::current(); ///< reported if the start is refused

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
};

/// Options of a range of steps, which has no end.
template <real Real = double>
struct step_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real> absolute{default_tolerance<Real>()}; ///< error of a step near zero, in units of x
    positive<Real>       max_step{infinity<Real>()};    ///< longest step             [time]
    std::source_location where =
        std::source_location::current(); ///< reported if the start is refused
};

} // namespace orgscale
