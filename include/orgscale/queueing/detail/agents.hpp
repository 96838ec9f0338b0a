#pragma once

#include <cmath>
#include <concepts>
#include <cstdint>
#include <limits>
#include <optional>
#include <type_traits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/answered.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/least_count.hpp>
#include <orgscale/queueing/detail/patient_agents.hpp>
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/detail/time_left.hpp>
#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale::detail {

/// The next whole number, unless x exceeds the one below by rounding only; nothing beyond max_agents.
template <ordered_real Real>
[[nodiscard]] std::optional<std::int64_t> rounded_up(const Real& x)
{
    using std::ceil;
    using Passive       = passive_t<Real>;
    const Passive slack = 16 * std::numeric_limits<Passive>::epsilon();
    const Passive up    = ceil(Passive(passive(x) * (1 - slack)));
    if (!(up <= static_cast<Passive>(max_agents))) return std::nullopt;
    return static_cast<std::int64_t>(up);
}

/// The share of an agent's time that is worked; 1 where the queue grows without end.
template <ordered_real Real>
[[nodiscard]] Real occupancy(const queue_demand<Real>& demand, const Real& agents)
{
    if (!loses_patience(demand)) return patient(demand, agents).utilization().value_or(Real(1));
    return erlang_a<Real>{.arrival_rate = demand.arrival_rate,
                          .service_time = demand.service_time,
                          .patience     = Real{demand.patience},
                          .servers      = agents}
        .utilization();
}

/// By how much this many agents miss the goal or the limit on their occupancy.
template <ordered_real Real, class Goal>
[[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Goal& goal,
                             const Real& max_occupancy, const Real& agents)
{
    const Real missed = goal.missed_by(demand, agents);
    if (!(max_occupancy < 1)) return missed;
    return greatest(missed, Real(occupancy(demand, agents) - max_occupancy));
}

/// The least number that meets any goal.
template <ordered_real Real, class Goal>
[[nodiscard]] std::optional<std::int64_t> least_by_halves(const queue_demand<Real>& demand,
                                                          const Goal&               goal,
                                                          const Real&               max_occupancy)
{
    const auto met = [&](std::int64_t agents) {
        return missed_by(demand, goal, max_occupancy, static_cast<Real>(agents)) <= 0;
    };
    const double load = least(plain(Real(demand.load())), static_cast<double>(max_agents / 4));
    const double root = std::sqrt(load);
    return least_count(met, static_cast<std::int64_t>(load + root) + 1,
                       1 + static_cast<std::int64_t>(root / 2));
}

/// The least number by either way, in the number type in which agents are counted.
template <ordered_real Real, class Goal>
[[nodiscard]] std::optional<std::int64_t> least_whole(const queue_demand<Real>& demand,
                                                      const Goal& goal, const Real& max_occupancy)
{
    if (!goal.possible(demand)) return std::nullopt;
    if constexpr (std::same_as<Goal, service_goal<Real>>) {
        if (!loses_patience(demand) && !(max_occupancy < 1))
            return least_without_end(demand, Real{goal.within}, Real(1 - goal.share));
    }
    if (!loses_patience(demand) && !(demand.load() < static_cast<Real>(max_agents / 2)))
        return std::nullopt;
    return least_by_halves(demand, goal, max_occupancy);
}

/// The real number beside the least whole one at which the goal is just met.
template <ordered_real Real, class Goal>
[[nodiscard]] Real exact_number(const queue_demand<Real>& demand, const Goal& goal,
                                const Real& max_occupancy, std::int64_t whole)
{
    using Passive     = passive_t<Real>;
    const auto excess = [&]<class Number>(const Number& agents) {
        const auto demanded = demand_in<Number>(demand);
        const auto promised = goal.template in<Number>();
        const auto limit    = number_in<Number>(max_occupancy);
        if constexpr (std::same_as<Goal, service_goal<Real>>) {
            // Closer to a straight line than the share itself.
            using std::log, std::log1p;
            if (!loses_patience(demanded) && !(limit < 1)) {
                const Number spare = servers_left(agents, Number(demanded.arrival_rate),
                                                  Number(demanded.service_time));
                if (!(spare > 0)) return Number(-log(Number(1 - promised.share)));
                const Number odds = carried_odds(agents, Number(demanded.arrival_rate),
                                                 Number(demanded.service_time), spare);
                return Number(
                    -(log1p(Number(spare / agents * odds)) +
                      product_over(spare, Number(promised.within), Number(demanded.service_time)) +
                      log1p(Number(-promised.share))));
            }
        }
        return missed_by(demanded, promised, limit, agents);
    };
    const auto most  = static_cast<Passive>(whole);
    Passive    fewer = whole > 1 ? Passive(most - 1) : std::numeric_limits<Passive>::epsilon();
    // Where fewer than the load are too few, and hardly more are enough, the load is the answer.
    const bool at_load = !loses_patience(demand) && passive(demand.load()) > fewer &&
                         passive(demand.load()) < most;
    if (at_load) fewer = passive(demand.load());
    if (!(passive(excess(Real(most))) < 0)) return Real(most);
    if (at_load) {
        const Passive above = fewer * (1 + 4 * std::numeric_limits<Passive>::epsilon());
        if (above < most && !(passive(excess(Real(above))) > 0)) return demand.load();
        if (above < most) fewer = above;
    } else if (!(passive(excess(Real(fewer))) > 0)) {
        return whole > 1 ? Real(fewer) : Real(0);
    }
    return root_between<Real>(excess, fewer, most);
}

} // namespace orgscale::detail
