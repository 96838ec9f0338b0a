#pragma once

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// What is known of an event's condition from the steps before.
template <real Real>
struct event_watch {
    int    side       = 0;     ///< its last sign beyond the error of the run; 0 if unknown
    bool   just_fired = false; ///< its effect led to the beginning of this step
    bool   known      = false; ///< whether `value` is that at the beginning of the next step
    double value      = 0;
    int    slope      = 0;     ///< the sign of its slope there
    bool   repeats    = false; ///< whether its effect came back at once
    bool   has_fired  = false;
    Real   fired{}; ///< when its effect was last applied

    /// Notes when an effect was applied; whether it came back twice within 1e-10 of the run's duration.
    [[nodiscard]] bool fires_without_end(const Real& time, double duration)
    {
        const bool soon  = has_fired && plain(Real(time - fired)) < 1e-10 * duration;
        const bool again = soon && repeats;
        repeats          = soon;
        has_fired        = true;
        fired            = time;
        return again;
    }
};

} // namespace orgscale::detail
