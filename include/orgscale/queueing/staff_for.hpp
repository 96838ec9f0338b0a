#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/detail/agents.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing.hpp>
#include <orgscale/queueing/staffing_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale {

/// The staff that meets a goal, exact and in whole numbers.
///
///     C(c) e^{-(c-a) t/τ} = 1 - share         agents c; likewise by erlang_a and for other goals
///     paid = c / (1 - shrinkage)              shrinkage: share of paid time away from work
///
///     const auto desk = staff_for({.arrival_rate = 100.0 / 1800, .service_time = 180},
///                                 {.share = 0.8, .within = 20}, {.shrinkage = 0.3});
///     desk->exact_agents;                     // 13.04: 14 agents, 0.96 of one too many
///     desk->paid;                             // 19, not 14 / 0.7 = 20
///
///     staff_for({.arrival_rate = 48, .service_time = 1, .patience = 2}, abandonment_goal<>{.share = 0.03});
///     staff_for({.arrival_rate = 48, .service_time = 1}, mean_wait_goal<>{.time = 0.1},
///               {.max_occupancy = 0.9});
///
/// Goals are those of least_agents. Empty as there, and if more than 2^53 people would have to be paid. The
/// exact numbers have derivatives if the numbers are dual. If any number of agents above the load meets the
/// goal, the exact number is the load; if any number above 0 does, it is 0. Not for absences that coincide.
template <ordered_real Real = double, class Goal = service_goal<Real>>
    requires staffing_goal<Goal, Real>
[[nodiscard]] std::optional<staffing<Real>> staff_for(
    const queue_demand<Real>& demand, const Goal& goal,
    const std::type_identity_t<staffing_options<Real>>& options = {})
{
    using Count         = detail::counting<Real>;
    const auto counted  = detail::demand_in<Count>(demand);
    const auto promised = goal.template in<Count>();
    const auto limit    = detail::number_in<Count>(Real{options.max_occupancy});
    const auto whole    = detail::least_whole(counted, promised, limit);
    if (!whole) return std::nullopt;

    const auto  agents  = static_cast<Count>(*whole);
    const Count needed  = detail::exact_number(counted, promised, limit, *whole);
    const Count at_work = 1 - detail::number_in<Count>(Real{options.shrinkage});
    const auto  paid    = detail::rounded_up(Count(needed / at_work));
    const auto  twice   = detail::rounded_up(Count(agents / at_work));
    if (!paid || !twice) return std::nullopt;

    Real exact = detail::number_in<Real>(needed);
    if constexpr (has_derivatives<Real>)
        exact = detail::exact_number(demand, goal, Real{options.max_occupancy}, *whole);
    const auto of = static_cast<Real>(static_cast<double>(*whole));
    return staffing<Real>{exact,
                          *whole,
                          goal.reached(demand, of),
                          detail::occupancy(demand, of),
                          Real(exact / (1 - options.shrinkage)),
                          *paid,
                          *twice};
}

} // namespace orgscale
