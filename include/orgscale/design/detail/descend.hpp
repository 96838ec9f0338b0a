#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/design/detail/cuts.hpp>
#include <orgscale/design/detail/evaluation.hpp>

namespace orgscale::detail {

/// Local search for the cheapest point by cutting planes [1]. Each evaluated point nearby adds a linear
/// bound on the cost and on each part of the promise. Their linear program is solved within a box around
/// the best point; the box grows where the program was right and shrinks where it was not. Several points
/// show the edges at which the slope changes: a limit that begins to bind, a part that is just kept, a face of the
/// box.
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
        in_full_.max_violation = 4; // broken promises have a cost
        wanted_.guard +=
            (std::max)(Real(1e-6), wanted.guard); // the linear program stops short of this
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
            const auto next     = solve_cuts(cuts, best.at, radius, wanted_, fixed_, penalty_);
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
                return distance(one.one.at, best.at) > 3 * radius || !agrees(one, best, wanted_);
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
