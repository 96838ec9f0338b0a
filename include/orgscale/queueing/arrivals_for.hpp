#pragma once

#include <cmath>
#include <limits>
#include <optional>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/queueing/agent_group.hpp>
#include <orgscale/queueing/detail/agents.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale {

/// The largest arrival rate at which a group of agents still meets a goal [customers/time]: the inverse of
/// staff_for. Times τ it is the largest load.
///
///     *arrivals_for({.agents = 14, .service_time = 180}, {.share = 0.8, .within = 20});    // 0.0604
///
/// The goals are those of staff_for; of the options only max_occupancy matters here. Infinite if the goal is met
/// at any rate (a mean wait as long as the patience), empty if it is met at none. It has derivatives if the
/// numbers are dual.
template <ordered_real Real = double, class Goal = service_goal<Real>>
    requires staffing_goal<Goal, Real>
[[nodiscard]] std::optional<Real> arrivals_for(
    const agent_group<Real>& group, const Goal& goal,
    const std::type_identity_t<staffing_options<Real>>& options = {})
{
    using std::exp, std::log;
    using Passive = passive_t<Real>;
    using Limits  = std::numeric_limits<Passive>;
    // In ln λ; more arrivals never bring the goal closer.
    const auto excess = [&]<class Number>(const Number& log_rate) {
        const queue_demand<Number> demand{
            .arrival_rate = Number(exp(log_rate)),
            .service_time = detail::number_in<Number>(Real{group.service_time}),
            .patience     = detail::number_in<Number>(Real{group.patience})};
        return detail::missed_by(demand, goal.template in<Number>(),
                                 detail::number_in<Number>(Real{options.max_occupancy}),
                                 detail::number_in<Number>(Real{group.agents}));
    };
    const auto    met     = [&](const Passive& x) { return !(passive(excess(Real(x))) > 0); };
    const Passive lowest  = log((Limits::min)()) + 1;
    const Passive highest = log((Limits::max)()) - 1;
    const Passive usual = log(passive(Real{group.agents})) - log(passive(Real{group.service_time}));
    Passive       from = least(greatest(usual, lowest), highest), to = from, step(1);

    const queue_demand<Real> some{.arrival_rate = Real(exp(from)),
                                  .service_time = Real{group.service_time},
                                  .patience     = Real{group.patience}};
    if (!goal.possible(some)) return std::nullopt;
    if (met(from)) {
        do {
            from = to;
            if (from == highest) return infinity<Real>();
            to   = least(Passive(to + step), highest);
            step = 2 * step;
        } while (met(to));
    } else {
        do {
            to = from;
            if (to == lowest) return std::nullopt;
            from = greatest(Passive(from - step), lowest);
            step = 2 * step;
        } while (!met(from));
    }
    return exp(detail::root_between<Real>(excess, from, to));
}

} // namespace orgscale
