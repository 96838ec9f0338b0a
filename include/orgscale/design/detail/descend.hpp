#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/greatest_gain.hpp>

namespace orgscale::detail {

/// The linear bound of a point: its cost and margins, and their slopes.
template <class Real>
struct cut {
    evaluation<Real>                                    one;
    std::vector<Real>                                   of_cost;
    std::vector<std::array<Real, promise_parts.size()>> of_margins;
};

/// Local search for the cheapest point by cutting planes [1]. Each evaluated point nearby adds a linear
/// bound on the cost and on each part of the promise. Their linear program is solved within a box around
/// the best point; the box grows where the program was right and shrinks where it was not. Several points
/// make edges visible at which the slope changes: a limit that begins to bind, a part that is just kept, a
/// face of the box.
///
///     min  z + penalty v    z >= cost + slope (x - x_k),  margin + slope (x - x_k) + v >= guard,  v >= 0
///
/// Slopes are differences, so that a user's model and cost need only work for their own number type;
/// `evaluate(point, objective)` must be much more accurate than the step of the differences. Coordinates
/// that are `fixed` stay.
///
/// [1] Kelley, J. E. (1960). The cutting-plane method for solving convex programs. Journal of the Society
///     for Industrial and Applied Mathematics 8(4), 703-712. doi:10.1137/0108053
template <class Real, class Evaluate>
class descent {
public:
    descent(const objective<Real>& wanted, const std::vector<bool>& fixed, Real difference,
            const Evaluate& evaluate)
        : wanted_{wanted}, in_full_{wanted}, fixed_{fixed}, difference_{difference},
          evaluate_{evaluate}
    {
        in_full_.max_violation = 4;                            // whatever is broken has a cost
        wanted_.guard += (std::max)(Real(1e-6), wanted.guard); // what it stops short of
    }

    /// The best found from a point with so many runs: the cheapest of all that keep the promise, or else the
    /// last.
    [[nodiscard]] evaluation<Real> from(const std::vector<Real>& start, Real radius,
                                        std::int64_t runs)
    {
        runs_ = runs;
        kept_.reset();
        auto best = looked_at(start);
        penalty_  = best.cost < 0 || best.cost > 0 ? 3 * std::abs(best.cost) : Real(3);
        for (int dearer = 0; dearer < 4; ++dearer) {
            best = with_penalty(std::move(best), radius);
            if (wanted_.met(best) || runs_ <= 0) break;
            penalty_ *= 10;
        }
        return kept_ ? *kept_ : best;
    }

private:
    using point = std::vector<Real>;

    [[nodiscard]] evaluation<Real> looked_at(const point& at)
    {
        --runs_;
        auto one = evaluate_(at, in_full_);
        if (in_full_.met(one) && !(kept_ && kept_->cost <= one.cost)) kept_ = one;
        return one;
    }

    [[nodiscard]] Real value(const evaluation<Real>& one) const
    {
        if (one.outcome != run_outcome::ran) return infinity<Real>();
        return one.cost + penalty_ * wanted_.broken(one);
    }

    [[nodiscard]] cut<Real> cut_at(evaluation<Real> one)
    {
        const std::size_t size = one.at.size();
        cut<Real>         here{std::move(one), point(size, Real(0)), {}};
        here.of_margins.resize(size);
        const auto margins = to_array<Real>(here.one.margins);
        for (std::size_t d = 0; d < size; ++d) {
            if (fixed_[d]) continue;
            auto at     = here.one.at;
            Real step   = at[d] + difference_ <= 1 ? difference_ : -difference_;
            at[d]       = here.one.at[d] + step;
            auto beside = looked_at(at);
            if (!(value(beside) < infinity<Real>()) && here.one.at[d] - std::abs(step) >= 0) {
                step   = -std::abs(step);
                at[d]  = here.one.at[d] + step;
                beside = looked_at(at);
            }
            if (!(value(beside) < infinity<Real>())) continue;
            here.of_cost[d]  = (beside.cost - here.one.cost) / step;
            const auto moved = to_array<Real>(beside.margins);
            for (std::size_t n = 0; n < margins.size(); ++n)
                if (wanted_.keeps[n]) here.of_margins[d][n] = (moved[n] - margins[n]) / step;
        }
        return here;
    }

    struct program {
        point at;
        Real  value;
    };

    /// The solution of the linear program within a radius of a point.
    [[nodiscard]] program linear_program(const std::vector<cut<Real>>& cuts, const point& center,
                                         Real radius) const
    {
        const std::size_t size = center.size();
        point             low(size), room(size);
        for (std::size_t d = 0; d < size; ++d) {
            low[d]  = fixed_[d] ? center[d] : (std::max)(Real(0), center[d] - radius);
            room[d] = fixed_[d] ? Real(0) : (std::min)(Real(1), center[d] + radius) - low[d];
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
            return at_low(one, one.one.cost, [&](std::size_t d) { return one.of_cost[d]; }) /
                   penalty_;
        };
        Real max_cost = -infinity<Real>(), max_broken = 0; // anywhere within the radius
        for (const auto& one : cuts) {
            Real dearest = cost(one);
            for (std::size_t d = 0; d < size; ++d)
                dearest += (std::max)(Real(0), one.of_cost[d] / penalty_ * room[d]);
            max_cost = (std::max)(max_cost, dearest);
            for (std::size_t n = 0; n < wanted_.keeps.size(); ++n) {
                if (!wanted_.keeps[n]) continue;
                Real least = spare(one, n, at_low);
                for (std::size_t d = 0; d < size; ++d)
                    least += (std::min)(Real(0), one.of_margins[d][n] * room[d]);
                max_broken = (std::max)(max_broken, -least);
            }
        }
        bound(size + 1, max_broken);
        for (const auto& one : cuts) {
            rows.emplace_back(size + 2, Real(0));
            for (std::size_t d = 0; d < size; ++d) rows.back()[d] = one.of_cost[d] / penalty_;
            rows.back()[size] = 1;
            limits.push_back(max_cost - cost(one));
            for (std::size_t n = 0; n < wanted_.keeps.size(); ++n) {
                if (!wanted_.keeps[n]) continue;
                rows.emplace_back(size + 2, Real(0));
                for (std::size_t d = 0; d < size; ++d) rows.back()[d] = -one.of_margins[d][n];
                rows.back()[size + 1] = 1;
                limits.push_back(spare(one, n, at_low) + max_broken);
            }
        }
        std::vector<Real> gain(size + 2, Real(0));
        gain[size]     = 1;
        gain[size + 1] = 1;
        const auto x   = greatest_gain(std::move(rows), std::move(limits), std::move(gain));
        program    found{point(size), penalty_ * (max_cost - x[size] + max_broken - x[size + 1])};
        for (std::size_t d = 0; d < size; ++d)
            found.at[d] = room[d] > 0 ? std::clamp(low[d] + x[d], Real(0), Real(1)) : center[d];
        return found;
    }

    /// What a cut says is left of a part at the lower corner.
    template <class AtLow>
    [[nodiscard]] Real spare(const cut<Real>& one, std::size_t n, const AtLow& at_low) const
    {
        return at_low(one, to_array<Real>(one.one.margins)[n] + wanted_.relaxed[n],
                      [&](std::size_t d) { return one.of_margins[d][n]; }) -
               wanted_.guard;
    }

    /// Whether a cut is no stricter at another point than what is true there, as where costs are convex and
    /// margins concave.
    [[nodiscard]] bool agrees(const cut<Real>& one, const evaluation<Real>& there) const
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
            if (wanted_.keeps[n] && left[n] < to[n] - slack) return false;
        return true;
    }

    [[nodiscard]] static Real distance(const point& a, const point& b)
    {
        Real largest = 0;
        for (std::size_t d = 0; d < a.size(); ++d)
            largest = (std::max)(largest, std::abs(a[d] - b[d]));
        return largest;
    }

    [[nodiscard]] evaluation<Real> with_penalty(evaluation<Real> start, Real radius)
    {
        if (!(value(start) < infinity<Real>())) return start;
        auto                   best = start;
        std::vector<cut<Real>> cuts{cut_at(std::move(start))};
        while (runs_ > 0 && radius > difference_) {
            const auto next     = linear_program(cuts, best.at, radius);
            const Real expected = value(best) - next.value;
            if (!(expected > Real(2e-6) * std::abs(best.cost))) {
                if (cuts.size() == 1) break;
                radius /= 2; // cuts further off may forbid a step that the one at the best allows
                std::erase_if(cuts,
                              [&](const auto& one) { return distance(one.one.at, best.at) > 0; });
                continue;
            }
            auto       tried       = looked_at(next.at);
            const Real gained      = value(best) - value(tried);
            const bool better      = gained > Real(0.1) * expected;
            const bool at_the_edge = distance(next.at, best.at) > Real(0.9) * radius;
            if (better && gained > Real(0.6) * expected && at_the_edge)
                radius = (std::min)(2 * radius, Real(0.5));
            if (!better) radius /= 2;
            if (gained > 0) best = tried;
            if (value(tried) < infinity<Real>()) cuts.push_back(cut_at(std::move(tried)));
            std::erase_if(cuts, [&](const auto& one) {
                return distance(one.one.at, best.at) > 3 * radius || !agrees(one, best);
            });
            if (cuts.empty()) cuts.push_back(cut_at(best));
        }
        return best;
    }

    objective<Real>                 wanted_, in_full_;
    const std::vector<bool>&        fixed_;
    Real                            difference_;
    const Evaluate&                 evaluate_;
    std::int64_t                    runs_ = 0;
    std::optional<evaluation<Real>> kept_;
    Real                            penalty_ = 0;
};

} // namespace orgscale::detail
