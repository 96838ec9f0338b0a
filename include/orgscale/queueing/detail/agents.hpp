#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/queueing/detail/carried_odds.hpp>
#include <orgscale/queueing/detail/root_between.hpp>
#include <orgscale/queueing/erlang_a.hpp>
#include <orgscale/queueing/erlang_c.hpp>
#include <orgscale/queueing/queue_demand.hpp>
#include <orgscale/queueing/service_goal.hpp>

namespace orgscale::detail {

/// More agents than these are not told apart in `double`.
inline constexpr std::int64_t most_agents = std::int64_t{1} << 53;

/// The least whole number that is not smaller, but for a rounding of what was found.
template <ordered_real Real>
[[nodiscard]] std::int64_t rounded_up(const Real& x)
{
    using std::ceil;
    using Passive       = passive_t<Real>;
    const Passive slack = 16 * std::numeric_limits<Passive>::epsilon();
    return static_cast<std::int64_t>(ceil(Passive(passive(x) * (1 - slack))));
}

/// The share that so many agents reach; 0 where the queue has no end.
template <ordered_real Real>
[[nodiscard]] Real service_level(const queue_demand<Real>& demand, const service_goal<Real>& goal,
                                 const Real& agents)
{
    if (!(demand.patience < infinity<Real>()))
        return erlang_c<Real>{.arrival_rate = demand.arrival_rate,
                              .service_time = demand.service_time,
                              .servers      = agents}
            .service_level(Real{goal.within})
            .value_or(Real(0));
    const erlang_a<Real> queue{.arrival_rate = demand.arrival_rate,
                               .service_time = demand.service_time,
                               .patience     = Real{demand.patience},
                               .servers      = agents};
    return goal.of == service_goal<Real>::customers::all
               ? queue.service_level(Real{goal.within})
               : queue.service_level_of_served(Real{goal.within});
}

/// β of the rule c = a + β sqrt(a) that meets a goal for many agents, ln(1 + β M) + β times = goal, where
/// M is Φ(β)/φ(β), `times` what is waited for over the service time by the root of the load, and `goal`
/// -ln(1 - share). Only where to begin looking.
[[nodiscard]] inline double margin_for(double times, double goal)
{
    constexpr double half_root = 1.2533141373155003; // sqrt(π/2)
    double           margin    = goal / (half_root + times);
    for (int i = 0; i < 3; ++i) {
        if (!(margin < 8)) return 8;
        const double ratio = half_root * std::exp(margin * margin / 2) *
                             std::erfc(-0.70710678118654752 * margin);
        const double grown = 1 + margin * ratio;
        const double slope = (ratio + margin * grown) / grown + times;
        margin = greatest(margin - (std::log(grown) + margin * times - goal) / slope, 0.0);
    }
    return margin;
}

/// Without patience's end: from where the rule says up or down by z(c+1) = (c+1)/a (1 + z(c)), for
/// z = 1/B - 1 and C = 1/(1 + (1 - a/c) z).
template <ordered_real Real>
[[nodiscard]] std::optional<std::int64_t> least_without_end(const queue_demand<Real>& demand,
                                                            const service_goal<Real>& goal)
{
    using std::exp, std::floor, std::log;
    using Passive   = passive_t<Real>;
    const Passive a = passive(demand.load()), share = passive(Real{goal.share});
    const Passive late  = 1 - share;
    const Passive times = passive(Real(goal.within / demand.service_time));
    if (!(late > 0)) return std::nullopt;

    const double  load   = plain(a);
    const double  margin = margin_for(std::sqrt(load) * plain(times), -std::log(plain(late)));
    const Passive least  = floor(a) + 1; // keeps the queue finite
    Passive       c =
        greatest(Passive(floor(static_cast<Passive>(load + margin * std::sqrt(load))) + 1), least);
    Passive       odds = carried_odds(c, a, Passive(c - a));
    Passive       left = exp(Passive(-(c - a) * times)); // of those who wait at all
    const Passive each = exp(Passive(-times));
    const auto    met  = [&](const Passive& agents, const Passive& z, const Passive& waiting) {
        return agents * waiting <= late * (agents + (agents - a) * z);
    };
    if (met(c, odds, left)) {
        while (c > least) {
            // Those before are known from these to a rounding, as z is not small where c > a + 1.
            const Passive fewer = odds * a / c - 1;
            const Passive more  = each > 0 ? Passive(left / each)
                                           : exp(Passive(-(c - 1 - a) * times));
            if (!met(Passive(c - 1), fewer, more)) break;
            odds = fewer;
            left = more;
            c    = c - 1;
        }
    } else {
        do {
            c    = c + 1;
            odds = c / a * (1 + odds);
            left = left * each;
        } while (!met(c, odds, left));
    }
    return static_cast<std::int64_t>(c);
}

/// The real number beside it.
template <ordered_real Real>
[[nodiscard]] Real exact_without_end(const queue_demand<Real>& demand,
                                     const service_goal<Real>& goal, std::int64_t whole)
{
    using std::exp, std::log, std::log1p;
    using Passive        = passive_t<Real>;
    const Passive a      = passive(demand.load());
    const auto    excess = [&]<class Number>(const Number& agents) {
        const Number load(demand.load()), spare = agents - load;
        const Number times(goal.within / demand.service_time), late(1 - goal.share);
        return Number(log1p(Number(spare / agents * carried_odds(agents, load, spare))) +
                         spare * times + log(late));
    };
    const auto    most  = static_cast<Passive>(whole);
    const Passive least = greatest(a, Passive(most - 1));
    // Where the share is met as soon as the queue is finite that is all.
    if (!(passive(excess(Real(least))) < 0)) return least == a ? demand.load() : Real(least);
    if (!(passive(excess(Real(most))) > 0)) return Real(most);
    return root_between<Real>(excess, least, most);
}

/// Where patience ends: between numbers twice as large, then by halves.
template <ordered_real Real>
[[nodiscard]] std::optional<std::int64_t> least_with_patience(const queue_demand<Real>& demand,
                                                              const service_goal<Real>& goal)
{
    const auto met = [&](std::int64_t agents) {
        return service_level(demand, goal, static_cast<Real>(static_cast<double>(agents))) >=
               goal.share;
    };
    const double load = plain(passive(demand.load())), root = std::sqrt(load);
    // The goal is missed by `few`, of whom there may be none, and met by `enough`.
    const auto   first = static_cast<std::int64_t>(load + root) + 1;
    std::int64_t few = 0, enough = first;
    std::int64_t step = 1 + static_cast<std::int64_t>(root / 2);
    if (met(first)) {
        while (enough > step && met(enough - step)) {
            enough -= step;
            step *= 2;
        }
        few = enough > step ? enough - step : 0;
    } else {
        do {
            if (enough > most_agents - 2 * step) return std::nullopt;
            few = enough;
            enough += step;
            step *= 2;
        } while (!met(enough));
    }
    while (enough - few > 1) {
        const std::int64_t middle    = few + (enough - few) / 2;
        (met(middle) ? enough : few) = middle;
    }
    return enough;
}

/// The real number beside it.
template <ordered_real Real>
[[nodiscard]] Real exact_with_patience(const queue_demand<Real>& demand,
                                       const service_goal<Real>& goal, std::int64_t whole)
{
    using Passive     = passive_t<Real>;
    const auto excess = [&]<class Number>(const Number& agents) {
        const queue_demand<Number> asked{.arrival_rate = Number(Real{demand.arrival_rate}),
                                         .service_time = Number(Real{demand.service_time}),
                                         .patience     = Number(Real{demand.patience})};
        const service_goal<Number> promised{
            .share  = Number(Real{goal.share}),
            .within = Number(Real{goal.within}),
            .of     = static_cast<typename service_goal<Number>::customers>(goal.of)};
        return Number(service_level(asked, promised, agents) - promised.share);
    };
    const auto    most  = static_cast<Passive>(whole);
    const Passive least = whole > 1 ? Passive(most - 1) : std::numeric_limits<Passive>::epsilon();
    if (!(passive(excess(Real(most))) > 0)) return Real(most);
    if (!(passive(excess(Real(least))) < 0)) return whole > 1 ? Real(least) : Real(0);
    return root_between<Real>(excess, least, most);
}

} // namespace orgscale::detail
