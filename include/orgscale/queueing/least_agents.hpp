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

/// The smallest number of agents that meets a goal, by erlang_c or, if customers lose patience, by erlang_a
/// [1].
///
///     least_agents({.arrival_rate = 100.0 / 1800, .service_time = 180}, {.share = 0.8, .within = 20})
///
/// returns 14. The goal may be a service_goal, an abandonment_goal, a mean_wait_goal or one of your own; of the
/// options only max_occupancy matters here. Empty if no number meets the goal, such as a share of 1 at once,
/// or if it takes more than 2^53.
///
/// A service goal without abandonment takes a few evaluations of erlang_c at any load and share, one or two
/// microseconds in `double`. Any other goal takes at most 130 evaluations of its queue, usually 20 to 30. Not
/// for agents who serve several kinds of customers.
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
