#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// A goal for least_agents, staff_for and arrivals_for: service_goal, abandonment_goal, mean_wait_goal, or one
/// of your own.
///
/// `missed_by` is positive if this many agents miss the goal and at most 0 if they meet it; it must not increase
/// with the number of agents nor decrease with the arrival rate. `reached` is the measure that the goal limits,
/// in its own unit. `possible` says whether any number of agents meets it, and `in<Other>()` converts it to
/// another number type.
template <class Goal, class Real = double>
concept staffing_goal =
    ordered_real<Real> &&
    requires(const Goal& goal, const queue_demand<Real>& demand, const Real& agents) {
        { goal.possible(demand) } -> std::convertible_to<bool>;
        { goal.reached(demand, agents) } -> std::convertible_to<Real>;
        { goal.missed_by(demand, agents) } -> std::convertible_to<Real>;
        goal.template in<Real>();
    };

} // namespace orgscale
