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
#include <orgscale/queueing/detail/product_over.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/detail/time_left.hpp>
#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>
#include <orgscale/queueing/staffing_options.hpp>

namespace orgscale::detail {

/// The smallest whole number that is not smaller, but for the rounding of what was found; nothing beyond
/// max_agents.
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

/// By how much so many agents miss the goal or the limit on their occupancy.
template <ordered_real Real, class Goal>
[[nodiscard]] Real missed_by(const queue_demand<Real>& demand, const Goal& goal,
                             const Real& max_occupancy, const Real& agents)
{
    const Real missed = goal.missed_by(demand, agents);
    if (!(max_occupancy < 1)) return missed;
    return greatest(missed, Real(occupancy(demand, agents) - max_occupancy));
}

/// β of the rule c = a + β sqrt(a) that meets a goal for many agents, ln(1 + β M) + β times = goal, where
/// M is Φ(β)/φ(β), `times` the wait that is allowed over the service time by the root of the load, and
/// `goal` -ln(1 - share). Only the start of a search.
[[nodiscard]] inline double margin_for(double times, double goal)
{
    constexpr double half_root = 1.2533141373155003; // sqrt(π/2)
    double           margin = least(goal / (half_root + times), least(std::sqrt(2 * goal), 37.0));
    for (int i = 0; i < 20; ++i) {
        const double ratio = half_root * std::exp(margin * margin / 2) *
                             std::erfc(-0.70710678118654752 * margin);
        const double grown = 1 + margin * ratio;
        const double slope = (ratio + margin * grown) / grown + times;
        const double step  = (std::log(grown) + margin * times - goal) / slope;
        margin             = least(greatest(margin - step, 0.0), 37.0);
        if (std::abs(step) < 1e-4 * (1 + margin)) break;
    }
    return margin;
}

/// The least number that meets a service goal of customers who don't leave, of which `late` may wait
/// longer than `within`. With z = 1/B - 1 and C = 1/(1 + (1 - a/c) z) it walks by z(c+1) = (c+1)/a (1 + z(c))
/// from where the square-root rule starts; where that is far off, Newton's method with the difference
/// of two neighbours as slope, within the numbers known to miss and to meet it.
template <ordered_real Real>
[[nodiscard]] std::optional<std::int64_t> least_without_end(const queue_demand<Real>& demand,
                                                            const Real& within, const Real& late)
{
    using std::exp, std::floor, std::log;
    const Real rate{demand.arrival_rate}, time{demand.service_time};
    const Real a = demand.load();
    if (!(a < static_cast<Real>(max_agents / 2))) return std::nullopt;
    const Real times = within / time;
    const Real whole = floor(a), left = servers_left(whole, rate, time);
    const Real least = left > 0 ? whole : Real(whole + 1); // keeps the queue finite
    if (!(within < infinity<Real>())) return static_cast<std::int64_t>(least);
    const auto spare = [&](const Real& c) { return Real((c - whole) + left); };
    const auto decay = [&](const Real& c) { return Real(exp(Real(-(spare(c) * times)))); };
    // Missed where c times the share of the delayed that waits longer exceeds late (c + (c - a) z).
    const auto missed = [&](const Real& c, const Real& z, const Real& waiting) {
        return c * waiting > late * (c + spare(c) * z);
    };

    const double load   = plain(a);
    const double margin = margin_for(std::sqrt(load) * plain(times), -std::log(plain(late)));
    Real         few = least - 1, enough = static_cast<Real>(max_agents);
    Real c = greatest(Real(floor(static_cast<Real>(load + margin * std::sqrt(load))) + 1), least);
    const Real each = exp(Real(-times));
    for (int round = 0; round < 200 && enough - few > 1; ++round) {
        Real z = carried_odds(c, rate, time, spare(c)), waiting = decay(c);
        if (missed(c, z, waiting)) {
            few = c;
        } else {
            enough = c;
        }
        // To neighbours, whose odds are known to a rounding: z is not small where c > a + 1.
        const bool up = few == c;
        for (int step = 0; step < 12 && enough - few > 1 && z < infinity<Real>(); ++step) {
            const Real next       = up ? Real(c + 1) : Real(c - 1);
            const Real next_odds  = up ? Real(next / a * (1 + z)) : Real(z * a / c - 1);
            const Real wait       = up ? Real(waiting * each) : decay(next);
            const bool miss       = missed(next, next_odds, wait);
            (miss ? few : enough) = next;
            if (miss != up) break;
            // After one step, the difference gives the error.
            const auto excess = [&](const Real& at, const Real& odds) {
                return Real(-(spare(at) * times) - log(Real(1 + spare(at) / at * odds)) - log(late));
            };
            const Real here     = excess(next, next_odds),
                       slope    = up ? Real(here - excess(c, z)) : Real(excess(c, z) - here);
            const Real distance = slope < 0 ? Real(-here / slope) : Real(0);
            c                   = next;
            z                   = next_odds;
            waiting             = wait;
            if (distance > 12 || distance < -12) {
                c = floor(Real(next + distance));
                break;
            }
        }
        if (!(c > few && c < enough)) c = few + floor(Real((enough - few) / 2));
    }
    return enough < static_cast<Real>(max_agents)
               ? std::optional{static_cast<std::int64_t>(enough)}
               : std::nullopt;
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

/// Both, in the number type in which agents are counted.
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
            // Straighter than the share itself.
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
