#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/detail/agents.hpp>
#include <orgscale/queueing/least_agents.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing.hpp>

namespace orgscale {

/// The staff that meets a goal, in real and in whole numbers; see least_agents for when there is none.
///
///     C(c) e^{-(c-a) t/τ} = 1 - share         agents c, or as much of erlang_a
///     paid = c / (1 - shrinkage)              shrinkage: share of paid time away from work
///
///     const auto desk = staff_for({.arrival_rate = 100.0 / 1800, .service_time = 180},
///                                 {.share = 0.8, .within = 20}, 0.3);
///     desk->exact_agents;                     // 13.04: 14 agents, 0.96 of one too many
///     desk->paid;                             // 19, not 14 / 0.7 = 20
///
/// Its real numbers have slopes, where numbers are dual. Where the share is met by hardly more agents than
/// keep the queue finite, or than none, they are those. Not for people who are away together.
template <ordered_real Real = double>
[[nodiscard]] std::optional<staffing<Real>> staff_for(
    const queue_demand<Real>& demand, const service_goal<Real>& goal,
    const std::type_identity_t<fraction_below_one<Real>>& shrinkage = Real(0))
{
    const auto whole = least_agents(demand, goal);
    if (!whole) return std::nullopt;
    const Real counted = static_cast<Real>(static_cast<double>(*whole));
    const Real needed  = demand.patience < infinity<Real>()
                             ? detail::exact_with_patience(demand, goal, *whole)
                             : detail::exact_without_end(demand, goal, *whole);
    const Real at_work = 1 - shrinkage;
    const Real paid    = needed / at_work;
    return staffing<Real>{needed,
                          *whole,
                          detail::service_level(demand, goal, counted),
                          paid,
                          detail::rounded_up(paid),
                          detail::rounded_up(Real(counted / at_work))};
}

} // namespace orgscale
