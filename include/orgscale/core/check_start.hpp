#pragma once

#include <source_location>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/rules.hpp>
#include <orgscale/core/state.hpp>

namespace orgscale {

namespace detail {

/// The state of an organisation: it has people or customers.
template <class State>
concept organisation_state = requires(const State& x) { x.people; } ||
                             requires(const State& x) { x.customers; };

template <class State, class Place>
constexpr void check_start_at(const State& start, const Place& place)
{
    const auto check = [&]<class Rule, real Real>(Rule, const Real& value, const char* name) {
        if (!every(Rule::holds(value))) refuse_value<Rule>(value, place(name));
    };
    if constexpr (requires { start.people; })
        check(finite_zero_or_above{}, start.people, "start.people");
    if constexpr (requires { start.customers; })
        check(finite_zero_or_above{}, start.customers, "start.customers");
    if constexpr (organisation_state<State>)
        with_fields(start,
                    [&](const auto&... field) { (check(any_finite{}, field, "start"), ...); });
}

} // namespace detail

/// Refuses a start that no organisation can have: people or customers that are negative or not finite, or
/// any other number that is not finite.
///
/// Only a state that has `people` or `customers` is checked. The number of a law and the state of a dynamics
/// of your own may start anywhere.
template <class State>
constexpr void check_start(const State& start, std::source_location where)
{
    detail::check_start_at(start, [&](const char* name) { return named_place{name, where}; });
}

/// The same without a place: the refusal reports the name alone.
template <class State>
constexpr void check_start(const State& start)
{
    detail::check_start_at(start, [](const char* name) { return name; });
}

} // namespace orgscale
