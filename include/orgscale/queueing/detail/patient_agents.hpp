#pragma once

#include <cmath>
#include <cstdint>
#include <optional>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/least_count.hpp>
#include <orgscale/queueing/detail/time_left.hpp>
#include <orgscale/queueing/queue_demand.hpp>

namespace orgscale::detail {

/// β of the rule c = a + β sqrt(a) that meets a goal for many agents, ln(1 + β M) + β times = goal, where
/// M is Φ(β)/φ(β), `times` the wait that is allowed over the service time by the root of the load, and
/// `goal` -ln(1 - share). Only starts a search.
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

/// The least number that meets a service goal of customers who don't leave, a share `late` of whom may wait longer than
/// `within`. From the number of the square-root rule it steps by z(c+1) = (c+1)/a (1 + z(c)), where z = 1/B - 1 and
/// C = 1/(1 + (1 - a/c) z). Where that is far off, Newton's method takes the difference of two neighbours as slope,
/// between the numbers known to miss and to meet the goal.
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
    return enough < static_cast<Real>(max_agents) ? std::optional{static_cast<std::int64_t>(enough)}
                                                  : std::nullopt;
}

} // namespace orgscale::detail
