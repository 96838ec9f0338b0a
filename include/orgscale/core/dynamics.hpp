#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>
#include <orgscale/core/state.hpp>

namespace orgscale {

/// A system of rates: d(state)/dt = derivative(t, state), its state an aggregate of named numbers.
///
/// A dynamics may also report to the solver:
///     shortest_time()   the fastest time constant; steps at a loose tolerance stay below it
///     breakpoints()     a range of times at which its equations change; steps end there
///     next_breakpoint(t)   instead where there may be any number: the first after t, or infinity
/// and give it the margins of its branches, so that steps end where what binds changes:
///     derivative_and_margins(t, x)   see margined_derivative.hpp
template <class Model>
concept dynamics = real<typename Model::real_type> &&
                   state<typename Model::state_type, typename Model::real_type> &&
                   requires(const Model& model, const typename Model::real_type& t,
                            const typename Model::state_type& x) {
                       {
                           model.derivative(t, x)
                       } -> std::convertible_to<typename Model::state_type>;
                   };

} // namespace orgscale
