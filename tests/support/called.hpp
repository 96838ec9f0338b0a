#pragma once

#include <algorithm>
#include <array>
#include <concepts>
#include <cstddef>
#include <functional>
#include <type_traits>
#include <utility>

#include <orgscale/core/breakpoints.hpp>
#include <orgscale/core/growth_model.hpp>
#include <orgscale/core/law.hpp>
#include <orgscale/core/margined_derivative.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/solve/detail/margins.hpp>

// In the gate a model whose run is a means of a test, or a row of the conformance suite, is called through one type for
// each state, so that the solvers are compiled once for each of these and not for each model: most of what such tests
// take to compile. In the thorough gate it is called directly, as it is in use. What the solvers see is the same: its
// derivative, margins, breakpoints and shortest time.

/// A law, called.
template <class Number>
struct called_law {
    using real_type = Number;

    std::function<Number(const Number&)> of;

    [[nodiscard]] Number rate(const Number& x) const { return of(x); }
};

/// A dynamics, called. Margins that the model doesn't have are 1, which never changes its sign.
template <class Number, class State>
struct called_dynamics {
    using real_type  = Number;
    using state_type = State;

    static constexpr std::size_t most_margins = 40;
    using with_margins = orgscale::margined_derivative<State, Number, most_margins>;

    std::function<with_margins(const Number&, const State&)> of;
    Number                                                   shortest;

    [[nodiscard]] State derivative(const Number& t, const State& x) const
    {
        return of(t, x).derivative;
    }
    [[nodiscard]] with_margins derivative_and_margins(const Number& t, const State& x) const
    {
        return of(t, x);
    }
    [[nodiscard]] Number shortest_time() const { return shortest; }
};

/// The same with times at which the equations change. Times that the model doesn't have are infinite.
template <class Number, class State>
struct called_changing : called_dynamics<Number, State> {
    std::array<Number, 8>                changes;
    std::function<Number(const Number&)> next;

    [[nodiscard]] std::array<Number, 8> breakpoints() const { return changes; }
    [[nodiscard]] Number next_breakpoint(const Number& time) const { return next(time); }
};

/// The same of a growth model, with its flows, for what is asked of a run.
template <class Number, class State, class Flows, class Limit>
struct called_growth : called_changing<Number, State> {
    using limit = Limit;

    std::function<Flows(const Number&, const State&)> rates;

    [[nodiscard]] Flows flows(const Number& t, const State& x) const { return rates(t, x); }
};

template <class Model>
[[nodiscard]] auto called_dynamics_of(const Model& model)
{
    using Number  = typename Model::real_type;
    using State   = typename Model::state_type;
    using dynamic = called_dynamics<Number, State>;
    dynamic mine{[model](const Number& t, const State& x) {
                     typename dynamic::with_margins now;
                     now.margins.fill(Number(1));
                     if constexpr (orgscale::detail::gives_margins<Model>) {
                         const auto own = model.derivative_and_margins(t, x);
                         static_assert(own.margins.size() <= dynamic::most_margins);
                         now.derivative = own.derivative;
                         std::copy(own.margins.begin(), own.margins.end(), now.margins.begin());
                     } else {
                         now.derivative = model.derivative(t, x);
                     }
                     return now;
                 },
                 orgscale::infinity<Number>()};
    if constexpr (requires { model.shortest_time(); }) mine.shortest = model.shortest_time();
    return mine;
}

template <class Model>
[[nodiscard]] auto called_changing_of(const Model& model)
{
    using Number = typename Model::real_type;
    called_changing<Number, typename Model::state_type> mine{
        called_dynamics_of(model), {}, [model](const Number& time) {
            return orgscale::next_breakpoint_of<Number>(model, time);
        }};
    mine.changes.fill(orgscale::infinity<Number>());
    const auto own = orgscale::breakpoints_of<Number>(model);
    static_assert(own.size() <= 8);
    std::copy(own.begin(), own.end(), mine.changes.begin());
    return mine;
}

/// A model called for its steps alone.
template <class Model>
[[nodiscard]] auto called_in_steps(const Model& model)
{
#ifdef ORGSCALE_THOROUGH
    return model;
#else
    using Number = typename Model::real_type;
    if constexpr (orgscale::law<Model>) {
        return called_law<Number>{[model](const Number& x) { return model.rate(x); }};
    } else if constexpr (orgscale::has_breakpoints<Model>) {
        return called_changing_of(model);
    } else {
        return called_dynamics_of(model);
    }
#endif
}

/// A model called, with the flows of one that grows.
template <class Model>
[[nodiscard]] auto called(const Model& model)
{
#ifdef ORGSCALE_THOROUGH
    return model;
#else
    if constexpr (orgscale::gives_flows<Model>) {
        using Number = typename Model::real_type;
        using State  = typename Model::state_type;
        using Flows  = decltype(model.flows(std::declval<Number>(), std::declval<State>()));
        return called_growth<Number, State, Flows, typename Model::limit>{
            called_changing_of(model),
            [model](const Number& t, const State& x) { return model.flows(t, x); }};
    } else {
        return called_in_steps(model);
    }
#endif
}
