#pragma once

#include <cstdint>
#include <optional>
#include <type_traits>

#include <orgscale/core/real.hpp>
#include <orgscale/queueing/detail/agents.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale {

/// The least whole number of agents that meets a goal: by erlang_c, or by erlang_a where customers lose
/// patience [1].
///
///     least_agents({.arrival_rate = 100.0 / 1800, .service_time = 180}, {.share = 0.8, .within = 20})
///
/// is 14. The goal may be a service_goal, an abandonment_goal, a mean_wait_goal or one of the reader's own;
/// of the options only max_occupancy counts here. Nothing where no number meets the goal, such as a share
/// of 1 at once, or where more than 2^53 would have to.
///
/// A service goal of customers who don't leave takes a few evaluations of erlang_c at any load; any other
/// goal at most some 130 of its queue, 20 to 30 as a rule. Not for agents who serve several kinds of
/// customers.
///
/// [1] Borst, S., Mandelbaum, A., Reiman, M. (2004). Dimensioning large call centers. Operations Research
///     52(1), 17-34. doi:10.1287/opre.1030.0081
template <ordered_real Real = double, class Goal = service_goal<Real>>
    requires staffing_goal<Goal, Real>
[[nodiscard]] std::optional<std::int64_t> least_agents(
    const queue_demand<Real>& demand, const Goal& goal,
    const std::type_identity_t<staffing_options<Real>>& options = {})
{
    using Count = detail::counting<Real>;
    return detail::least_whole(detail::demand_in<Count>(demand), goal.template in<Count>(),
                               detail::number_in<Count>(Real{options.max_occupancy}));
}

} // namespace orgscale
