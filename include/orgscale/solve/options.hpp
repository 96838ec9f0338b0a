#pragma once

#include <cstdint>
#include <limits>

#include <orgscale/core/checked.hpp>

namespace orgscale {

/// The tolerance without further wish: 1e-9, or what the number type can hold.
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

/// What a run may be told. Only the end must be.
///
/// A step is accepted when its estimated error in each number x of the state is at most
/// absolute + relative |x|.
template <real Real = double>
struct solve_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    finite_value<Real> to;                                  ///< time of the end          [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real>     absolute{default_tolerance<Real>()}; ///< the same near zero, in units of x
    std::int64_t       max_steps = 100'000;                 ///< tried, refused ones included
    positive<Real>     max_step{infinity<Real>()};          ///< step                     [time]

    [[no_unique_address]] agreed ends_after_start{to >= from, "to must not lie before from"};
};

/// The same for a range of steps, which has no end.
template <real Real = double>
struct step_options {
    finite_value<Real> from{0};                             ///< time of the start        [time]
    positive<Real>     relative{default_tolerance<Real>()}; ///< error of a step             [-]
    positive<Real>     absolute{default_tolerance<Real>()}; ///< the same near zero, in units of x
    positive<Real>     max_step{infinity<Real>()};          ///< step                     [time]
};

} // namespace orgscale
