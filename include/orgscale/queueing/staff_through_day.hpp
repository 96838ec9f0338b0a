#pragma once

#include <optional>
#include <type_traits>
#include <vector>

#include <orgscale/core/real.hpp>
#include <orgscale/queueing/day_demand.hpp>
#include <orgscale/queueing/load_rule.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staff_for.hpp>
#include <orgscale/queueing/staffing.hpp>
#include <orgscale/queueing/staffing_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale {

/// The staff that meets a goal in each interval of a day: staff_for at the interval's load.
///
///     const auto day = staff_through_day({.arrival_rates = {2, 8, 5}, .interval = 30, .service_time = 5},
///                                        {.share = 0.8, .within = 1});
///     day->at(1).agents;                                     // 39
///
/// Each interval is treated as in steady state at its load (by default the modified offered load; see
/// load_rule), which is accurate for goals that keep queues short. It ignores a queue that one interval hands
/// to the next: see queue_through_day. An interval without arrivals has no agents. Empty if no staff meets the
/// goal in some interval.
template <ordered_real Real = double, class Goal = service_goal<Real>>
    requires staffing_goal<Goal, Real>
[[nodiscard]] std::optional<std::vector<staffing<Real>>> staff_through_day(
    const day_demand<Real>& day, const Goal& goal,
    const std::type_identity_t<staffing_options<Real>>& options = {},
    load_rule                                           rule    = load_rule::modified)
{
    std::vector<staffing<Real>> staff;
    for (const Real& load : day.loads(rule)) {
        if (!(load > 0)) {
            staff.push_back({Real(0), 0, Real(0), Real(0), Real(0), 0, 0});
            continue;
        }
        const auto here = staff_for(queue_demand<Real>{.arrival_rate = Real(load / day.service_time),
                                                       .service_time = Real{day.service_time},
                                                       .patience     = Real{day.patience}},
                                    goal, options);
        if (!here) return std::nullopt;
        staff.push_back(*here);
    }
    return staff;
}

} // namespace orgscale
