#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/detail/agents.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>

namespace orgscale {

/// The least whole number of agents that meets a goal: by erlang_c, or erlang_a where patience ends [1].
///
/// The square-root rule says where to look, one evaluation there how far off it is, and the recursion
/// from one number of agents to the next does the rest: without patience's end under a microsecond
/// in `double` at any load. Nothing where no number will do (all customers at once, who wait as long
/// as it takes) or more than 2^53 would.
///
///     least_agents({.arrival_rate = 100.0 / 1800, .service_time = 180}, {.share = 0.8, .within = 20})
///
/// is 14. Not for agents who serve several kinds of customers.
///
/// [1] Borst, S., Mandelbaum, A., Reiman, M. (2004). Dimensioning large call centers. Operations Research
///     52(1), 17-34. doi:10.1287/opre.1030.0081
template <ordered_real Real = double>
[[nodiscard]] std::optional<std::int64_t> least_agents(const queue_demand<Real>& demand,
                                                       const service_goal<Real>& goal)
{
    if (!(passive(demand.load()) < passive_t<Real>(detail::most_agents / 2))) return std::nullopt;
    if (demand.patience < infinity<Real>()) return detail::least_with_patience(demand, goal);
    return detail::least_without_end(demand, goal);
}

} // namespace orgscale
