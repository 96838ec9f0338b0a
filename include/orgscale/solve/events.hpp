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
    touching ///< it reaches zero within the run's tolerance and turns back
};

/// Which crossings trigger an event. A condition that only touches zero counts as rising if it comes from
/// below, as falling if from above.
enum class direction { either, rising, falling };

struct event_options {
    direction only = direction::either;
    bool      stop = false; ///< whether the run ends there
};

/// The effect of an event that leaves the state as it is.
struct no_effect {};

/// A condition watched during a run; the event is where it is zero.
///
/// The condition and its slope are checked at every quarter of a step, which finds crossings, touches,
/// and two crossings within a quarter. A condition that varies faster than the solution (turning twice
/// within a quarter of a step, such as a calendar) needs steps bounded by `max_step`. NaN is no event, nor
/// is a change of sign by way of NaN; a zero beside it is one. A pole counts as a crossing. A condition that is zero at the start triggers there,
/// in the direction in which it leaves; one that stays at zero triggers only if `only` is `either`, and
/// again when it leaves. One that rests at zero triggers where it gets there, and again if it leaves to
/// the other side. A level that is only approached is not reached: a crossing counts if the condition
/// passes zero by more than the error of the run. An effect that moves another condition across zero
/// does not trigger it. An effect that repeats twice within 1e-10 of the run's duration each time ends
/// the run (`ending::events_accumulate`).
///
/// `condition(time, state)` returns a number, whose zero is the event, or a `bool`: the event is where it
/// becomes true (rising) or false (falling). It is located to rounding in the interpolant of its step, with
/// which `run(time)` agrees within the tolerance; a crossing slower than the error of the run, to within that error.
/// `effect(time, state)`, if given, returns the state with which the run continues.
template <class Condition, class Effect = no_effect>
struct event {
    Condition     condition;
    Effect        effect;
    event_options options;
};

/// An event that is recorded, or stops the run:
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

/// A recorded event.
template <class State, real Real = double>
struct occurrence {
    Real        time;
    State       before; ///< the state just before
    State       after;  ///< the state just after; the same without an effect
    std::size_t event;  ///< which of the events given to `solve`, from 0
    crossing    kind;
};

} // namespace orgscale
