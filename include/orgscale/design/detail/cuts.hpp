#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/greatest_gain.hpp>

namespace orgscale::detail {

/// A cutting plane: the cost and margins of a point, and their slopes.
template <class Real>
struct cut {
    evaluation<Real>                                    one;
    std::vector<Real>                                   of_cost;
    std::vector<std::array<Real, promise_parts.size()>> of_margins;
};

/// The margin that a cut leaves to a part at the lower corner.
template <class Real, class AtLow>
[[nodiscard]] Real spare(const cut<Real>& one, std::size_t n, const objective<Real>& wanted,
                         const AtLow& at_low)
{
    return at_low(one, to_array<Real>(one.one.margins)[n] + wanted.relaxed[n],
                  [&](std::size_t d) { return one.of_margins[d][n]; }) -
           wanted.guard;
}

template <class Real>
struct cuts_solved {
    std::vector<Real> at;
    Real              value;
};

/// The minimum of the cuts' bound within a radius of a point. Coordinates that are `fixed` stay there.
template <class Real>
[[nodiscard]] cuts_solved<Real> solve_cuts(const std::vector<cut<Real>>& cuts,
                                           const std::vector<Real>& center, Real radius,
                                           const objective<Real>&   wanted,
                                           const std::vector<bool>& fixed, Real penalty)
{
    const std::size_t size = center.size();
    std::vector<Real> low(size), room(size);
    for (std::size_t d = 0; d < size; ++d) {
        low[d]  = fixed[d] ? center[d] : (std::max)(Real(0), center[d] - radius);
        room[d] = fixed[d] ? Real(0) : (std::min)(Real(1), center[d] + radius) - low[d];
    }
    // Variables: x - low, then by how much cost and violation are below what they are at most there.
    std::vector<std::vector<Real>> rows;
    std::vector<Real>              limits;
    const auto                     bound = [&](std::size_t variable, Real most) {
        rows.emplace_back(size + 2, Real(0));
        rows.back()[variable] = 1;
        limits.push_back(most);
    };
    for (std::size_t d = 0; d < size; ++d) bound(d, room[d]);

    const auto at_low = [&](const cut<Real>& one, Real value, const auto& slope) {
        for (std::size_t d = 0; d < size; ++d) value += slope(d) * (low[d] - one.one.at[d]);
        return value;
    };
    const auto cost = [&](const cut<Real>& one) { // in units of the penalty
        return at_low(one, one.one.cost, [&](std::size_t d) { return one.of_cost[d]; }) / penalty;
    };
    Real max_cost = -infinity<Real>(), max_broken = 0; // anywhere within the radius
    for (const auto& one : cuts) {
        Real dearest = cost(one);
        for (std::size_t d = 0; d < size; ++d)
            dearest += (std::max)(Real(0), one.of_cost[d] / penalty * room[d]);
        max_cost = (std::max)(max_cost, dearest);
        for (std::size_t n = 0; n < wanted.keeps.size(); ++n) {
            if (!wanted.keeps[n]) continue;
            Real least = spare(one, n, wanted, at_low);
            for (std::size_t d = 0; d < size; ++d)
                least += (std::min)(Real(0), one.of_margins[d][n] * room[d]);
            max_broken = (std::max)(max_broken, -least);
        }
    }
    bound(size + 1, max_broken);
    for (const auto& one : cuts) {
        rows.emplace_back(size + 2, Real(0));
        for (std::size_t d = 0; d < size; ++d) rows.back()[d] = one.of_cost[d] / penalty;
        rows.back()[size] = 1;
        limits.push_back(max_cost - cost(one));
        for (std::size_t n = 0; n < wanted.keeps.size(); ++n) {
            if (!wanted.keeps[n]) continue;
            rows.emplace_back(size + 2, Real(0));
            for (std::size_t d = 0; d < size; ++d) rows.back()[d] = -one.of_margins[d][n];
            rows.back()[size + 1] = 1;
            limits.push_back(spare(one, n, wanted, at_low) + max_broken);
        }
    }
    std::vector<Real> gain(size + 2, Real(0));
    gain[size]          = 1;
    gain[size + 1]      = 1;
    const auto        x = greatest_gain(std::move(rows), std::move(limits), std::move(gain));
    cuts_solved<Real> found{std::vector<Real>(size),
                            penalty * (max_cost - x[size] + max_broken - x[size + 1])};
    for (std::size_t d = 0; d < size; ++d)
        found.at[d] = room[d] > 0 ? std::clamp(low[d] + x[d], Real(0), Real(1)) : center[d];
    return found;
}

/// Whether a cut is no stricter at another point than the evaluation there, as where costs are convex and margins
/// concave.
template <class Real>
[[nodiscard]] bool agrees(const cut<Real>& one, const evaluation<Real>& there,
                          const objective<Real>& wanted)
{
    const Real slack = Real(1e-6);
    const auto from = to_array<Real>(one.one.margins), to = to_array<Real>(there.margins);
    Real       cost = one.one.cost;
    auto       left = from;
    for (std::size_t d = 0; d < there.at.size(); ++d) {
        const Real way = there.at[d] - one.one.at[d];
        cost += one.of_cost[d] * way;
        for (std::size_t n = 0; n < left.size(); ++n) left[n] += one.of_margins[d][n] * way;
    }
    if (cost > there.cost + slack * std::abs(there.cost)) return false;
    for (std::size_t n = 0; n < left.size(); ++n)
        if (wanted.keeps[n] && left[n] < to[n] - slack) return false;
    return true;
}

} // namespace orgscale::detail
