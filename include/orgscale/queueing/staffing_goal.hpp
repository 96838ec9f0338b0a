#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale {

/// What least_agents, staff_for and arrivals_for must meet: service_goal, abandonment_goal, mean_wait_goal,
/// or one of the reader's own.
///
/// missed_by is above 0 where so many agents miss the goal, 0 or less where they meet it, and doesn't rise
/// with their number nor fall with the arrival rate. `reached` is what the goal limits, in its unit.
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
