#pragma once

#include <concepts>

#include <orgscale/core/state.hpp>
#include <orgscale/growth/growth_flows.hpp>
#include <orgscale/growth/growth_state.hpp>

namespace orgscale {

namespace detail {

/// Names that an operated organisation gives to its own numbers.
template <class State>
concept names_of_an_organisation =
    requires(const State& own) { own.people; } || requires(const State& own) { own.customers; } ||
    requires(const State& own) { own.perceived; } || requires(const State& own) { own.cash; } ||
    requires(const State& own) { own.waiting; } || requires(const State& own) { own.rookies; } ||
    requires(const State& own) { own.juniors; } || requires(const State& own) { own.standard; } ||
    requires(const State& own) { own.capability; };

} // namespace detail

/// Stocks of your own: what an organisation builds up and loses, such as skill, morale, reputation or debt, and
/// what follows from how much of it there is.
///
///     state_type                 an aggregate of the stocks, by name (see state.hpp)
///     opening(x, flows)          the stocks of a growth model's x = {people, customers}, with its flows
///     rates(own, x, flows)       d own/dt, from the flows of the organisation in operation
///     changed(conditions, own)   the growth model's conditions, as the stocks change them
///
/// `own` is the state of the stocks. Optional are
///
///     churn(χ, own)              churn, by default the model's χ, before defects add to it        [1/time]
///     attrition(δ, own)          attrition, by default the model's δ                              [1/time]
///     shortest_time()            the fastest time constant of the stocks, for the solver            [time]
///     margins(own, x, flows)     numbers whose signs choose the formulas of rates (see
///                                margined_derivative.hpp), in a std::array
///     parameters()               for levers, fits and other number types (see describe.hpp)
///
/// A stock can't be called people, customers, perceived, cash, waiting, rookies, juniors, standard or capability, which an organisation may have already.
/// The stocks start from a growth model's flows without any policy, since those of the organisation depend on them.
/// An organisation has no stocks of this kind unless a policy brings them, and one policy brings all of them.
template <class Policy, class Real>
concept stock_policy = real<Real> && requires { typename Policy::state_type; } &&
                       state<typename Policy::state_type, Real> &&
                       !detail::names_of_an_organisation<typename Policy::state_type> &&
                       requires(const Policy& policy, const typename Policy::state_type& own,
                                const growth_state<Real>& x, const growth_flows<Real>& flows,
                                const growth_conditions<Real>& conditions) {
                           {
                               policy.opening(x, flows)
                           } -> std::same_as<typename Policy::state_type>;
                           {
                               policy.rates(own, x, flows)
                           } -> std::same_as<typename Policy::state_type>;
                           {
                               policy.changed(conditions, own)
                           } -> std::same_as<growth_conditions<Real>>;
                       };

} // namespace orgscale
