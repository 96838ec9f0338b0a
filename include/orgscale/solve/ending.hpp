#pragma once

#include <orgscale/core/language.hpp>

namespace orgscale {

/// How a run ended.
enum class ending {
    reached_end,        ///< at the requested end
    stopped_by_event,   ///< at an event with `stop`
    step_limit_reached, ///< after max_steps steps
    step_too_small,     ///< the tolerance would need steps below the rounding of time
    not_finite,         ///< a state or a rate became infinite or NaN
    events_accumulate   ///< an event that changes the state repeats ever faster, without end
};

/// The reason as a clause, as in "the run ended early: ...".
[[nodiscard]] constexpr const char* describe(ending reason) noexcept
{
    switch (reason) {
    case ending::reached_end: return "it reached its end";
    case ending::stopped_by_event: return "an event stopped it";
    case ending::step_limit_reached: return "it reached its step limit";
    case ending::step_too_small: return "the tolerance cannot be met by any step";
    case ending::not_finite: return "a state or a rate is no longer a finite number";
    case ending::events_accumulate: return "an event repeats ever faster, without end";
    }
    return "unknown";
}

} // namespace orgscale
