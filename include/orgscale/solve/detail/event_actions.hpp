#pragma once

#include <cmath>
#include <concepts>
#include <cstddef>
#include <limits>
#include <vector>

#include <orgscale/core/real.hpp>
#include <orgscale/solve/events.hpp>

namespace orgscale::detail {

/// Whether number `which` of the events stops the run, and whether it changes the state; added to what is known.
template <class... Events>
void describe_actions(std::size_t which, bool& stops, bool& changes, const Events&... events)
{
    std::size_t index = 0;
    const auto  one   = [&]<class C, class E>(const event<C, E>& candidate) {
        if (index++ != which) return;
        stops   = stops || candidate.options.stop;
        changes = changes || !std::same_as<E, no_effect>;
    };
    (one(events), ...);
}

/// Applies the effect of an event to the state.
template <class State, real Real, class... Events>
void apply_effect(const occurrence<State, Real>& what, State& now, const Events&... events)
{
    std::size_t index = 0;
    const auto  one   = [&]<class C, class E>(const event<C, E>& candidate) {
        if (index++ != what.event) return;
        if constexpr (!std::same_as<E, no_effect>) now = candidate.effect(what.time, now);
    };
    (one(events), ...);
}

/// One past the last event simultaneous with number `first`, to the rounding of the dense solution,
/// some hundred times that of a number.
template <class State, real Real>
[[nodiscard]] std::size_t end_of_simultaneous(const std::vector<occurrence<State, Real>>& seen,
                                              std::size_t                                 first)
{
    using std::abs;
    const Real  rounding = 256 * std::numeric_limits<Real>::epsilon() * (abs(seen[first].time) + 1);
    std::size_t end      = first + 1;
    while (end < seen.size() && seen[end].time - seen[first].time <= rounding) ++end;
    return end;
}

} // namespace orgscale::detail
