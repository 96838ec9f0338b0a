#pragma once

#include <cstdint>
#include <type_traits>

namespace orgscale {

/// How far a long computation is.
struct progress {
    std::uint64_t done;       ///< members, those of a resumed part included
    std::uint64_t members;    ///< that are asked for
    double        seconds;    ///< since it began, or was resumed
    std::uint64_t before = 0; ///< of these, what was done then
};

/// The observer that looks at nothing, and costs nothing.
struct no_observer {};

/// What may watch: a callable of a progress. If it returns false, the computation ends early, with what
/// is done. It is called by one thread at a time.
template <class Observer>
concept progress_observer = std::is_same_v<Observer, no_observer> ||
                            std::is_invocable_v<Observer&, const progress&>;

/// Tells an observer; whether to go on.
template <progress_observer Observer>
[[nodiscard]] bool report_to(Observer& observer, const progress& now)
{
    if constexpr (std::is_same_v<Observer, no_observer>) {
        return true;
    } else if constexpr (std::is_void_v<std::invoke_result_t<Observer&, const progress&>>) {
        observer(now);
        return true;
    } else {
        return static_cast<bool>(observer(now));
    }
}

} // namespace orgscale
