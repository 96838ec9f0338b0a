#pragma once

#include <concepts>
#include <cstddef>
#include <utility>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How a condition meets zero.
enum class crossing {
    rising,  ///< from below to above
    falling, ///< from above to below
    touching ///< it reaches zero and turns back, within the tolerance of the run
};

/// Which crossings an event is about. A condition that only touches zero belongs to the side from
/// which it comes: it reaches zero as a rising or as a falling one.
enum class direction { either, rising, falling };

struct event_options {
    direction only = direction::either;
    bool      stop = false; ///< whether the run ends there
};

/// The effect of an event that only tells.
struct no_effect {};

/// A condition to watch during a run: zero where the event is.
///
/// In each step it is looked at in quarters, with its slope, so that crossings, touches and two
/// crossings within a quarter are found. A condition that swings faster than the solution itself
/// (one that turns twice within a quarter of a step, such as a calendar) needs steps bounded by
/// `max_step`. One that is no number is no event. A pole counts as a crossing. A condition that is
/// zero at the start happens there, in the direction in which it leaves; one that doesn't leave is
/// told only where `only` is `either`. An effect that carries another condition over zero does not
/// make that one happen.
///
/// `condition(time, state)` gives a number; the event happens where that is zero, located to
/// rounding in the dense solution. `effect(time, state)`, where there is one, gives the state with
/// which the run goes on.
template <class Condition, class Effect = no_effect>
struct event {
    Condition     condition;
    Effect        effect;
    event_options options;
};

/// An event that only tells, or stops:
///     solve(firm, start, {.to = 60},
///           when([](double, const auto& x) { return x.customers - 1000; }, {.stop = true}));
template <class Condition>
[[nodiscard]] constexpr event<Condition> when(Condition condition, event_options options = {})
{
    return {std::move(condition), no_effect{}, options};
}

/// An event that changes the state.
template <class Condition, class Effect>
    requires(!std::same_as<Effect, event_options>)
[[nodiscard]] constexpr event<Condition, Effect> when(Condition condition, Effect effect,
                                                      event_options options = {})
{
    return {std::move(condition), std::move(effect), options};
}

/// An event that happened.
template <class State, real Real = double>
struct occurrence {
    Real        time;
    State       before; ///< the state that reached it
    State       after;  ///< the state it left; the same for an event without effect
    std::size_t event;  ///< which of the events given to `solve`, from 0
    crossing    kind;
};

} // namespace orgscale
