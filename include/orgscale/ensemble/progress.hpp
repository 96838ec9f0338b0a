#pragma once

#include <cstdint>
#include <type_traits>

#include <orgscale/core/language.hpp>

namespace orgscale {

/// The progress of a long computation.
struct progress {
    std::uint64_t done;       ///< members done, including those done before a resume
    std::uint64_t members;    ///< members in all
    double        seconds;    ///< since the start or the resume [s]
    std::uint64_t before = 0; ///< members done before the resume
};

/// No observer.
struct no_observer {};

/// An observer: a callable that takes a progress. If it returns false, the computation ends early, with
/// the members done so far. It is called by one thread at a time.
template <class Observer>
concept progress_observer = std::is_same_v<Observer, no_observer> ||
                            std::is_invocable_v<Observer&, const progress&>;

/// Calls an observer; returns whether to go on.
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
