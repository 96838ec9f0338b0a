#pragma once

#include <orgscale/core/real.hpp>
#include <orgscale/improvement/capability_trap.hpp>

namespace orgscale {

/// Published settings of capability_trap, in weeks and hours.
///
///     H      I      g      τ        K*      Y*
///     40     10     0.5    20       100     3000
///
/// Values of a public teaching model of the structure of [1], not estimates: with twice the improvement output falls
/// from 3000 to 2000 at once, is back after 13.9 weeks, and ends at 4000. Not for any firm.
///
/// [1] Repenning, N. P., Sterman, J. D. (2002). Capability traps and self-confirming attribution errors
///     in the dynamics of process improvement. Administrative Science Quarterly 47(2), 265-295.
template <real Real = double>
struct published_capability {
    /// The teaching model, in its steady state with a quarter of the hours for improvement.
    [[nodiscard]] static constexpr capability_trap<Real> teaching_model()
    {
        return {.hours        = Real(40),
                .improvement  = Real(10),
                .learning     = Real(0.5),
                .erosion_time = Real(20)};
    }
};

} // namespace orgscale
