#pragma once

#include <source_location>
#include <type_traits>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/parameter_error.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/day_demand.hpp>
#include <orgscale/queueing/day_interval.hpp>
#include <orgscale/queueing/detail/fluid_day.hpp>

namespace orgscale {

/// The queue through a day whose arrivals and agents change, including what one interval hands to the next, by
/// the pointwise stationary fluid flow approximation [1] [2] [3].
///
///     dL/dt = λ(t) - Λ(L)        L customers in the queue and in service
///     L = Λ τ + Λ W(Λ)           Λ, the arrival rate at which erlang_c has L customers in steady state;
///                                with patience L = (1 - P(leave)) Λ τ + Λ W, by erlang_a
///
///     const day_demand<> day{.arrival_rates = {0.7, 1.2, 0.7}, .interval = 10, .service_time = 1};
///     queue_through_day(day, {1, 1, 1}).at(2).mean_queue;                                     // 4.66
///
/// Exact in steady state, and valid through an overload. It treats L as deterministic, which as a rule makes
/// queues too long. On 100 random days of 1 to 20 agents, with the load jumping between 0.3 and 1.3 of their
/// capacity every 2 to 20 service times, the mean queue of an interval differed from that of the exact Markov
/// chain by 0.1 of the day's largest on average and by 0.37 at most, and the utilization by 0.11 at most.
/// Customers of agents who leave at the end of an interval return to the queue. Refuses a number of agents
/// that isn't that of the intervals.
///
/// [1] Rider, K. L. (1976). A simple approximation to the average queue size in the time-dependent M/M/1
///     queue. Journal of the ACM 23(2), 361-367. doi:10.1145/321941.321955
/// [2] Agnew, C. E. (1976). Dynamic modeling and control of congestion-prone systems. Operations Research
///     24(3), 400-419.
/// [3] Wang, W.-P., Tipper, D., Banerjee, S. (1996). A simple approximation for modeling nonstationary
///     queues. Proceedings of IEEE INFOCOM '96, 255-262.
template <ordered_real Real = double>
[[nodiscard]] std::vector<day_interval<Real>> queue_through_day(
    const day_demand<Real>&                                      day,
    const std::type_identity_t<std::vector<at_least_one<Real>>>& agents,
    std::source_location where = std::source_location::current())
{
    if (agents.size() != day.arrival_rates.size())
        refuse(parameter_error{"agents must have one number for each of arrival_rates", where});
    return detail::fluid_day<Real>{day, agents}.intervals();
}

} // namespace orgscale
