#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include <orgscale/design/detail/evaluation.hpp>

namespace orgscale::detail {

/// The largest relative violation of a part that is penalised instead of rejected while searching for the cheapest.
template <class Real>
inline constexpr Real max_penalty = Real(0.3);

/// The scale of costs: the size of the best, else the largest, else 1.
template <class Real>
[[nodiscard]] Real size_of_costs(const std::vector<evaluation<Real>>& all,
                                 const evaluation<Real>&              best)
{
    const auto size = [](const evaluation<Real>& one) {
        return std::abs(one.cost) < infinity<Real>() ? std::abs(one.cost) : Real(0);
    };
    if (size(best) > 0) return size(best);
    Real largest = 0;
    for (const auto& one : all) largest = (std::max)(largest, size(one));
    return largest > 0 ? largest : Real(1);
}

/// The `count` best, best first; ties keep their order.
template <class Real>
[[nodiscard]] std::vector<evaluation<Real>> best_of(std::vector<evaluation<Real>> all,
                                                    std::size_t                   count,
                                                    const objective<Real>&        wanted)
{
    std::vector<std::size_t> order(all.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (wanted.better(all[a], all[b])) return true;
        return !wanted.better(all[b], all[a]) && a < b;
    });
    order.resize((std::min)(count, order.size()));
    std::vector<evaluation<Real>> best;
    for (const std::size_t n : order) best.push_back(std::move(all[n]));
    return best;
}

/// Differential evolution [1], started from the best points of a sample; deterministic.
///
///     trial = x + F (best - x) + F (y - z)     x, y, z from the population; F drawn from 0.4 to 0.9
///
/// Each coordinate of the old point is kept with probability 0.1; a trial outside the cube is clamped to
/// its face, where the optimum often lies. The optimum usually also lies where the promise is just kept,
/// on a ridge that is hard to follow from one side. A point that violates its worst part by at most 0.3
/// is therefore ranked by
///
///     cost + penalty · violation
///
/// an exact penalty [2]: above the shadow price of that part it has the same optimum. The penalty starts
/// at 1.5 times the cost and grows by half after 8 generations led by an infeasible point. If the
/// population converges on such a point, as whole numbers allow, the search starts over without
/// penalties. `evaluate(point, objective)` evaluates a point. The result is the best point seen, ranked
/// without penalties. The search ends when all points are equally good, to 1e-4 where their
/// costs are compared, which a local search then improves on; when `enough(best)` holds; or when the runs
/// are used up.
///
/// [1] Storn, R., Price, K. (1997). Differential evolution: a simple and efficient heuristic for global
///     optimization over continuous spaces. Journal of Global Optimization 11, 341-359.
///     doi:10.1023/A:1008202821328
/// [2] Zangwill, W. I. (1967). Non-linear programming via penalty functions. Management Science 13(5),
///     344-358. doi:10.1287/mnsc.13.5.344
template <class Real, class Evaluate, class Enough>
[[nodiscard]] evaluation<Real> evolve(std::vector<evaluation<Real>> from,
                                      const objective<Real>& wanted, std::int64_t runs,
                                      const Evaluate& evaluate, const Enough& enough)
{
    auto       for_now = wanted; // infeasible points may rank first, with a penalty
    const auto by      = [](const objective<Real>& goal) {
        return [&](const auto& a, const auto& b) { return goal.better(a, b); };
    };
    auto found = *std::min_element(from.begin(), from.end(), by(wanted));
    if (wanted.least_cost) {
        for_now.max_violation = max_penalty<Real>;
        for_now.penalty       = Real(1.5) * size_of_costs(from, found);
    }
    const std::size_t dimensions = from.front().at.size();
    const std::size_t size = (std::max)(std::size_t{16}, (wanted.least_cost ? 10 : 5) * dimensions);
    auto              first = std::move(from);
    from                    = best_of(first, size, for_now);

    std::mt19937_64 engine{1997};
    const auto      unit  = [&] { return std::ldexp(static_cast<Real>(engine() >> 40U), -24); };
    const auto      other = [&] { return static_cast<std::size_t>(engine() % from.size()); };

    int broken = 0; // consecutive generations led by an infeasible point
    while (dimensions > 0 && from.size() >= 4 && runs > 0 && !enough(found)) {
        auto best              = std::min_element(from.begin(), from.end(), by(for_now));
        const auto [low, high] = std::minmax_element(
            from.begin(), from.end(),
            [&](const auto& a, const auto& b) { return for_now.value(a) < for_now.value(b); });
        const Real spread = for_now.value(*high) - for_now.value(*low);
        const bool alike  = for_now.costs(*low) == for_now.costs(*high);
        if (alike && !(spread > (wanted.least_cost ? Real(1e-4) : Real(1e-6)) *
                                    std::abs(for_now.value(*best)))) {
            if (for_now.max_violation <= 0 || wanted.met(*best)) break;
            for_now.max_violation =
                0; // converged on an infeasible point: start over without penalties
            first.push_back(found);
            from = best_of(first, size, for_now);
            continue;
        }
        for (auto& old : from) {
            if (runs-- <= 0) break;
            const auto& x      = from[other()].at;
            const auto& y      = from[other()].at;
            const auto& z      = from[other()].at;
            const Real  factor = Real(0.4) + Real(0.5) * unit();
            const auto  always = static_cast<std::size_t>(engine() % dimensions);
            auto        trial  = old.at;
            for (std::size_t d = 0; d < dimensions; ++d)
                if (d == always || unit() < Real(0.9))
                    trial[d] =
                        std::clamp(x[d] + factor * (best->at[d] - x[d]) + factor * (y[d] - z[d]),
                                   Real(0), Real(1));
            auto tried = evaluate(std::move(trial), for_now);
            if (wanted.better(tried, found)) found = tried;
            if (!for_now.better(old, tried)) old = std::move(tried);
            if (for_now.better(old, *best)) best = from.begin() + (&old - from.data());
        }
        broken = wanted.met(*best) ? 0 : broken + 1;
        if (broken == 8) { // the penalty is below the shadow price
            for_now.penalty *= Real(1.5);
            broken = 0;
        }
    }
    return found;
}

} // namespace orgscale::detail
