#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/detail/design_sample.hpp>
#include <orgscale/design/detail/evaluation.hpp>
#include <orgscale/design/detail/evaluator.hpp>
#include <orgscale/design/detail/evolve.hpp>
#include <orgscale/design/detail/local_search.hpp>
#include <orgscale/design/detail/order_by_cost.hpp>
#include <orgscale/design/promise.hpp>

namespace orgscale::detail {

/// The searches behind a design: from a sample, minimise the cost, then find shadow prices or conflicts.
template <class Model, class Start, class Cost>
class design_search {
public:
    using Real   = typename Model::real_type;
    using answer = design_answer<Model>;

    design_search(const promise<Real>& wanted, const evaluator<Model, Start, Cost>& evaluate,
                  const design_options<Real>& options)
        : evaluate_{evaluate}, options_{options}, local_{evaluate, options},
          asked_{asked_of(wanted)}, sample_{evaluate, options, asked_, relaxed_}
    {}

    [[nodiscard]] answer result()
    {
        answer found;
        found.no_organisation = sample_.count(run_outcome::no_organisation);
        found.ended_early     = sample_.count(run_outcome::ended_early);
        for (const promise_part part : asked_) found.parts.push_back({part, {}, {}});

        const auto best = cheapest(found);
        if (found) {
            shadow_prices(best, found);
            find_ends(best, found);
        } else if (best.outcome == run_outcome::ran) {
            found.closest = evaluate_.in_full(best);
            find_conflicts(found);
        }
        found.runs = evaluate_.runs();
        return found;
    }

private:
    using candidate = evaluation<Real>;

    static constexpr Real relaxed_ = Real(0.01); ///< share by which a part is relaxed

    /// Collects the feasible designs, cheapest first, and returns the best point: first searches for any
    /// feasible point, then for the cheapest.
    [[nodiscard]] candidate cheapest(answer& found)
    {
        const auto whole = [](const candidate&) { return false; };
        const auto left  = sample_.objective_for(asked_, sample_.guard(), true);
        const auto just  = sample_.objective_for(asked_, Real(0), true);
        const auto close = [&](std::vector<Real> point, const objective<Real>& by) {
            return sample_.rough(std::move(point), by);
        };
        const auto exact = [&](std::vector<Real> point, const objective<Real>& by) {
            return evaluate_(std::move(point), Real{options_.relative}, by);
        };
        candidate best = sample_.searched(sample_.objective_for(asked_, sample_.guard(), false), {},
                                          options_.runs / 2, true);
        if (left.met(best)) {
            auto from = sample_.points();
            from.push_back(sample_.rough(best.at, left)); // now with its cost
            best               = evolve(std::move(from), left, options_.runs, close, whole);
            const auto nearest = best;
            best = local_.best_from(sample_.objective_for(asked_, local_.guard(), true), nearest,
                                    sample_.points(), 10);
            if (!add_feasible(best, found))
                best = nearest; // too near the promise for its runs to tell
        }
        if (!found) add_feasible(best, found);
        if (!found &&
            just.worst(best) > -sample_.guard()) { // too close to decide at the loose tolerance
            auto from = sample_.points();
            from.push_back(best);
            auto any          = just;
            any.max_violation = max_penalty<Real>;
            for (auto& one : from) one = exact(one.at, any);
            best = evolve(from, just, options_.runs, exact, whole);
            add_feasible(best, found);
        }
        std::int64_t of_sample     = 0,
                     organisations = 0; // without the corners, which aren't spread evenly
        for (std::size_t n = 0; n < sample_.points().size(); ++n) {
            const candidate& one    = sample_.points()[n];
            const bool       spread = static_cast<std::int64_t>(n) < options_.sample;
            if (spread && one.outcome != run_outcome::no_organisation) ++organisations;
            if (!just.met(one) || one.outcome != run_outcome::ran || !add_feasible(one, found))
                continue;
            if (spread) ++of_sample;
            if (just.better(one, best)) best = one;
        }
        if (organisations > 0)
            found.feasible_share = static_cast<Real>(of_sample) / static_cast<Real>(organisations);
        order_by_cost(found.feasible);
        if (found) found.verdict = design_verdict::feasible;
        return best;
    }

    /// Runs a point at the full tolerance and adds it if it keeps the promise.
    bool add_feasible(const candidate& one, answer& found) const
    {
        if (one.outcome != run_outcome::ran) return false;
        auto made = evaluate_.in_full(one);
        if (!made.margins.kept()) return false;
        found.feasible.push_back(std::move(made));
        return true;
    }

    /// The cost saved by relaxing each part, and the part that would save most.
    void shadow_prices(const candidate& best, answer& found) const
    {
        Real highest = 0;
        for (auto& effect : found.parts) {
            const auto n = static_cast<std::size_t>(effect.part);
            effect.price = 0;
            if (to_array<Real>(best.margins)[n] > relaxed_ || !(best.cost > 0 || best.cost < 0))
                continue;
            auto wanted       = sample_.objective_for(asked_, local_.guard(), true);
            wanted.relaxed[n] = relaxed_;
            const auto less   = local_.best_from(wanted, best, sample_.points(), 2);
            const Real saved  = (best.cost - less.cost) / std::abs(best.cost) / relaxed_;
            effect.price      = (std::max)(saved, Real(0));
            if (*effect.price > highest && *effect.price > Real(0.001)) {
                highest       = *effect.price;
                found.binding = effect.part;
            }
        }
    }

    /// The parameters of the cheapest that lie at an end of their range, and cost more, or break the promise,
    /// further in.
    void find_ends(const candidate& best, answer& found) const
    {
        const auto kept   = sample_.objective_for(asked_, Real(0), true);
        const auto chosen = found.cheapest().chosen;
        for (std::size_t d = 0; d < best.at.size(); ++d)
            for (const Real end : {Real(0), Real(1)}) {
                const Real low = evaluate_.value(d, Real(0)), high = evaluate_.value(d, Real(1));
                const Real last = end > 0 ? high : low, off = std::abs(chosen[d].value - last);
                if (!(low < high) || off > Real(1e-6) * (high - low)) continue;
                const auto inside = sample_.rough(local_.beside(best.at, d, 1 - 2 * end), kept);
                if (kept.worst(inside) < -sample_.guard() ||
                    inside.cost > best.cost + Real(1e-5) * std::abs(best.cost))
                    found.at_ends.push_back({chosen[d].name, end > 0});
            }
    }

    /// The parts whose best margin is negative; else two that exclude one another; else all.
    void find_conflicts(answer& found) const
    {
        found.verdict = design_verdict::forbidden_by_one;
        for (auto& effect : found.parts) {
            const auto wanted = sample_.objective_for({effect.part}, Real(0), false);
            effect.best = wanted.worst(sample_.searched(wanted, {}, options_.runs / 4, false));
        }
        auto never = found.parts;
        std::erase_if(never, [](const auto& effect) { return *effect.best >= 0; });
        std::sort(never.begin(), never.end(),
                  [](const auto& a, const auto& b) { return *a.best < *b.best; });
        for (const auto& effect : never) found.forbidden_by.push_back(effect.part);
        if (found.parts.empty() || !never.empty()) return;
        found.verdict = design_verdict::forbidden_together;
        Real least    = 0;
        for (std::size_t n = 0; n < asked_.size(); ++n)
            for (std::size_t m = n + 1; m < asked_.size(); ++m) {
                const auto wanted = sample_.objective_for({asked_[n], asked_[m]}, Real(0), false);
                const Real best =
                    wanted.worst(sample_.searched(wanted, {}, options_.runs / 4, true));
                if (!(best < least)) continue;
                least              = best;
                found.forbidden_by = {asked_[n], asked_[m]};
            }
        if (found.forbidden_by.empty()) found.forbidden_by = asked_;
    }

    const evaluator<Model, Start, Cost>& evaluate_;
    const design_options<Real>&          options_;
    local_search<Model, Start, Cost>     local_;
    std::vector<promise_part>            asked_;
    design_sample<Model, Start, Cost>    sample_;
};

} // namespace orgscale::detail
