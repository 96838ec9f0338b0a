#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

#include <orgscale/design/detail/judgement.hpp>

namespace orgscale::detail {

/// The best that differential evolution finds from the best of some [1], the same on every machine.
///
///     trial = x + F (best - x) + F (y - z)     x, y, z others of the population; F drawn from 0.4 to 0.9
///
/// of which a coordinate of the old one stays with chance 0.1; what leaves the cube goes to its face, where
/// the cheapest often lies. It ends when all are equally good, when `enough` says so of the best, or when
/// its runs are spent.
///
/// [1] Storn, R., Price, K. (1997). Differential evolution: a simple and efficient heuristic for global
///     optimization over continuous spaces. Journal of Global Optimization 11, 341-359.
///     doi:10.1023/A:1008202821328
template <class Real, class Judge, class Enough>
[[nodiscard]] judgement<Real> evolve(std::vector<judgement<Real>> from, const aim<Real>& wanted,
                                     std::int64_t runs, const Judge& judge, const Enough& enough)
{
    std::vector<std::size_t> order(from.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        if (wanted.better(from[a], from[b])) return true;
        return !wanted.better(from[b], from[a]) && a < b;
    });
    const std::size_t dimensions = from.front().at.size();
    const std::size_t size       = std::min(from.size(), std::max(std::size_t{16}, 5 * dimensions));
    {
        std::vector<judgement<Real>> chosen;
        for (std::size_t n = 0; n < size; ++n) chosen.push_back(from[order[n]]);
        from = std::move(chosen);
    }

    std::mt19937_64 engine{1997};
    const auto      unit  = [&] { return std::ldexp(static_cast<Real>(engine() >> 40U), -24); };
    const auto      other = [&] { return static_cast<std::size_t>(engine() % size); };

    std::size_t best = 0;
    while (dimensions > 0 && size >= 4 && !enough(from[best])) {
        const auto [low, high] = std::minmax_element(
            from.begin(), from.end(),
            [&](const auto& a, const auto& b) { return wanted.value(a) < wanted.value(b); });
        const Real spread = wanted.value(*high) - wanted.value(*low);
        const bool alike  = wanted.met(*low) == wanted.met(*high);
        if (alike && !(spread > Real(1e-6) * std::abs(wanted.value(from[best])))) break;
        for (std::size_t n = 0; n < size; ++n) {
            if (runs-- <= 0) return from[best];
            const auto& x      = from[other()].at;
            const auto& y      = from[other()].at;
            const auto& z      = from[other()].at;
            const Real  factor = Real(0.4) + Real(0.5) * unit();
            const auto  always = static_cast<std::size_t>(engine() % dimensions);
            auto        trial  = from[n].at;
            for (std::size_t d = 0; d < dimensions; ++d)
                if (d == always || unit() < Real(0.9))
                    trial[d] = std::clamp(x[d] + factor * (from[best].at[d] - x[d]) +
                                              factor * (y[d] - z[d]),
                                          Real(0), Real(1));
            auto judged = judge(trial);
            if (!wanted.better(from[n], judged)) from[n] = std::move(judged);
            if (wanted.better(from[n], from[best])) best = n;
        }
    }
    return from[best];
}

} // namespace orgscale::detail
