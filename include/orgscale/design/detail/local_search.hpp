#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <orgscale/design/design_options.hpp>
#include <orgscale/design/detail/descend.hpp>
#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/evaluator.hpp>
#include <orgscale/design/detail/evolve.hpp>

namespace orgscale::detail {

/// The last step of a search: descent along faces and edges from the best point and from others far from
/// it, and moves to a neighbouring whole number where that is cheaper.
template <class Model, class Start, class Cost>
class local_search {
public:
    using Real      = typename Model::real_type;
    using candidate = evaluation<Real>;

    local_search(const evaluator<Model, Start, Cost>& evaluate, const design_options<Real>& options)
        : evaluate_{evaluate},
          tolerance_{(std::max)(Real{options.relative}, options.search_relative / 100)},
          whole_{evaluate.whole()}
    {}

    /// The error allowed for in its runs.
    [[nodiscard]] Real guard() const { return 20 * tolerance_; }

    /// The cheapest point found from a known one and from at most `most` of the others.
    [[nodiscard]] candidate best_from(const objective<Real>& wanted, const candidate& known,
                                      const std::vector<candidate>& others, std::size_t most) const
    {
        const auto exact = [&](std::vector<Real> point, const objective<Real>& by) {
            return evaluate_(std::move(point), tolerance_, by);
        };
        const Real step = std::clamp(std::sqrt(tolerance_), Real(1e-4), Real(1e-2));
        descent    down{wanted, whole_, step, exact};
        const auto each = static_cast<std::int64_t>(30 * (known.at.size() + 1));

        candidate  best   = known;
        const auto better = [&](candidate found) {
            if (!wanted.met(found) || !(found.cost < best.cost)) return false;
            best = std::move(found);
            return true;
        };
        better(down.from(known.at, Real(0.1), 2 * each));
        for (const candidate& start : starts(wanted, known, others, most))
            better(down.from(start.at, Real(0.25), each));
        for (bool again = true; again;) { // until no whole number beside the best is cheaper
            again = false;
            for (std::size_t d = 0; d < whole_.size(); ++d)
                for (const Real side : {Real(-1), Real(1)})
                    if (whole_[d])
                        if (const auto next = beside(best.at, d, side); next != best.at)
                            again = better(down.from(next, Real(0.1), each)) || again;
        }
        return best;
    }

    /// The point with the next value of a coordinate on that side, or the same at the end of its range.
    [[nodiscard]] std::vector<Real> beside(std::vector<Real> point, std::size_t d, Real side) const
    {
        const Real from = point[d], value = evaluate_.value(d, from);
        for (Real way = whole_[d] ? Real(1e-3) : Real(1e-2); way < 2; way *= Real(1.5)) {
            const Real share = std::clamp(from + side * way, Real(0), Real(1));
            if (evaluate_.value(d, share) < value || value < evaluate_.value(d, share)) {
                point[d] = share;
                return point;
            }
        }
        return point;
    }

private:
    /// The best of the others, with a penalty for what they break, no two of them close together.
    [[nodiscard]] static std::vector<candidate> starts(objective<Real>               wanted,
                                                       const candidate&              known,
                                                       const std::vector<candidate>& others,
                                                       std::size_t                   most)
    {
        wanted.max_violation = max_penalty<Real>;
        wanted.penalty       = 3 * std::abs(known.cost);
        std::vector<candidate> chosen{known};
        for (auto& one : best_of(others, others.size(), wanted)) {
            if (chosen.size() > most) break;
            const auto is_apart = [&](const candidate& other) {
                Real apart = 0;
                for (std::size_t d = 0; d < one.at.size(); ++d)
                    apart = (std::max)(apart, std::abs(one.at[d] - other.at[d]));
                return apart > Real(0.25);
            };
            if (one.outcome == run_outcome::ran &&
                std::all_of(chosen.begin(), chosen.end(), is_apart))
                chosen.push_back(std::move(one));
        }
        chosen.erase(chosen.begin());
        return chosen;
    }

    const evaluator<Model, Start, Cost>& evaluate_;
    Real                                 tolerance_;
    std::vector<bool>                    whole_;
};

} // namespace orgscale::detail
