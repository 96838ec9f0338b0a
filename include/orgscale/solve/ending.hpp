#pragma once

namespace orgscale {

/// How a run ended.
enum class ending {
    reached_end,        ///< at the end it was asked for
    stopped_by_event,   ///< at an event that stops
    step_limit_reached, ///< its step budget ran out; the equations may be stiff
    step_too_small,     ///< the tolerance can't be met by steps that still move the time
    not_finite          ///< a state or a rate became infinite or not a number
};

/// The reason in words, as in "the run ended early: ...".
[[nodiscard]] constexpr const char* describe(ending reason) noexcept
{
    switch (reason) {
    case ending::reached_end: return "it reached its end";
    case ending::stopped_by_event: return "an event stopped it";
    case ending::step_limit_reached: return "its step budget ran out";
    case ending::step_too_small: return "the tolerance cannot be met by any step";
    case ending::not_finite: return "a state or a rate is no longer a finite number";
    }
    return "unknown";
}

} // namespace orgscale
