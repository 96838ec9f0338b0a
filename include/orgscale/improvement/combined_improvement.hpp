#pragma once

#include <array>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/improvement/continuous_improvement.hpp>
#include <orgscale/improvement/reorganization.hpp>

namespace orgscale {

/// Continuous improvement in an organisation that is reorganized, too, once or again and again.
///
///     productivity(t) = that of the one times that of the other
///     defects(t)      = a + b - a b          work is right if neither makes it wrong
///
/// Each goes on as it does by itself: a reorganization takes nothing from what has been improved. Not for improvement
/// that starts over with every reorganization.
///
///     combined_improvement<>{.continuous      = {.halving_time = 9, .gain = 0.5},
///                            .reorganizations = {.start = 12, .dip = 0.2, .recovery_time = 4, .every = 24}}
///
/// The combination is the library's own; the sources are with its parts.
template <real Real = double>
struct combined_improvement {
    using real_type = Real;

    continuous_improvement<Real> continuous;      ///< what goes on all the time
    reorganization<Real>         reorganizations; ///< what happens at its times

    /// Productivity over that before both [-].
    [[nodiscard]] Real productivity(const Real& time) const
    {
        return continuous.productivity(time) * reorganizations.productivity(time);
    }

    /// Share of work that is defective [-].
    [[nodiscard]] Real defects(const Real& time) const
    {
        const Real some = continuous.defects(time);
        return some + reorganizations.defects(time) * (1 - some);
    }

    /// Both starts [time].
    [[nodiscard]] constexpr std::array<Real, 2> breakpoints() const
    {
        return joined_breakpoints(continuous.breakpoints(), reorganizations.breakpoints());
    }

    /// The first change after a time; infinite if there is none [time].
    [[nodiscard]] Real next_breakpoint(const Real& time) const
    {
        return least(next_breakpoint_of<Real>(continuous, time),
                     reorganizations.next_breakpoint(time));
    }

    static constexpr auto parameters()
    {
        return description{parameter{"continuous", "", "", "what goes on all the time",
                                     &combined_improvement::continuous},
                           parameter{"reorganizations", "", "", "what happens at its times",
                                     &combined_improvement::reorganizations}};
    }
};

static_assert(improvement_policy<combined_improvement<>, double>);
static_assert(fully_described<combined_improvement<>>);

} // namespace orgscale
