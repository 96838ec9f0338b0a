#pragma once

// Over 200 lines: one search follows another from what the last one found.

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/design/design_answer.hpp>
#include <orgscale/design/design_options.hpp>
#include <orgscale/design/detail/evolve.hpp>
#include <orgscale/design/detail/judge.hpp>
#include <orgscale/design/detail/judgement.hpp>
#include <orgscale/design/detail/unit_cube.hpp>
#include <orgscale/design/promise.hpp>

namespace orgscale::detail {

/// The searches behind a design: the box at large, the cheapest, and what a part of the promise does.
template <class Model, class Start, class Cost>
class designing {
public:
    using Real   = typename Model::real_type;
    using answer = design_answer<Model>;

    designing(const promise<Real>& wanted, const judge<Model, Start, Cost>& judging,
              const design_options<Real>& options)
        : wanted_{wanted}, judging_{judging}, options_{options}
    {
        for (const promise_part part : promise_parts)
            if (wanted.asks(part)) asked_.push_back(part);
    }

    [[nodiscard]] answer result()
    {
        answer            given;
        const std::size_t size   = judging_.dimensions();
        const auto        points = size == 0 ? 1 : options_.sample;
        auto              any    = keeping(asked_, Real(0), true); // all that is looked for later
        any.relaxed.fill(relaxed_);
        any.spare = most_fined<Real>;
        for (std::int64_t n = 1; n <= points; ++n)
            sample_.push_back(rough(halton_point<Real>(static_cast<std::uint64_t>(n), size), any));
        if (size >
            0) // and its corners in the order of the parameters: the cheapest often lies at one
            for (const Real end : {Real(0), Real(1)})
                sample_.push_back(rough(std::vector<Real>(size, end), any));

        const auto count = [&](judged_as as) {
            return std::count_if(sample_.begin(), sample_.end(),
                                 [&](const auto& one) { return one.as == as; });
        };
        given.no_organisation = count(judged_as::no_organisation);
        given.ended_early     = count(judged_as::ended_early);
        for (const promise_part part : asked_) given.parts.push_back({part, {}, {}});

        const auto best = cheapest(given);
        if (given) {
            tell_prices(best, given);
        } else if (best.as == judged_as::ran) {
            given.closest = judging_.in_full(best);
            tell_what_forbids(given);
        }
        given.runs = judging_.runs();
        return given;
    }

private:
    using judged = judgement<Real>;

    static constexpr Real relaxed_ = Real(0.01); ///< share by which a part is less promised

    /// What a run at the search's tolerance may be off by.
    [[nodiscard]] Real guard() const { return 20 * options_.search_relative; }

    [[nodiscard]] judged rough(std::vector<Real> point, const aim<Real>& wanted) const
    {
        return judging_(std::move(point),
                        std::max(Real{options_.relative}, Real{options_.search_relative}), wanted);
    }

    [[nodiscard]] aim<Real> keeping(const std::vector<promise_part>& parts, Real left,
                                    bool least_cost) const
    {
        aim<Real> wanted;
        for (const promise_part part : parts) {
            const auto n    = static_cast<std::size_t>(part);
            const Real most = greatest_margin(n);
            wanted.keeps[n] = true;
            if (most >= 0 && most < left) wanted.relaxed[n] = left; // nobody can leave more
        }
        wanted.guard      = left;
        wanted.least_cost = least_cost;
        return wanted;
    }

    /// Of a part, over the sample; a share of 1, say, is kept by 0 at most.
    [[nodiscard]] Real greatest_margin(std::size_t part) const
    {
        Real most = -1;
        for (const judged& one : sample_)
            if (one.as == judged_as::ran) most = std::max(most, to_array<Real>(one.margins)[part]);
        return most;
    }

    /// Fills in what keeps the promise, the cheapest first, and answers the best of the search: first for
    /// any that keeps it, then for the cheapest.
    [[nodiscard]] judged cheapest(answer& given)
    {
        const auto whole = [](const judged&) { return false; };
        const auto left  = keeping(asked_, guard(), true);
        const auto just  = keeping(asked_, Real(0), true);
        const auto close = [&](std::vector<Real> point, const aim<Real>& by) {
            return rough(std::move(point), by);
        };
        const auto exact = [&](std::vector<Real> point, const aim<Real>& by) {
            return judging_(std::move(point), Real{options_.relative}, by);
        };
        judged best = searched(keeping(asked_, guard(), false), {}, options_.runs / 2, true);
        if (left.met(best)) {
            auto from = sample_;
            from.push_back(rough(best.at, left)); // with its cost
            best = evolve(std::move(from), left, options_.runs, close, whole);
        }
        keep(best, given);
        if (!given && just.worst(best) > -guard()) { // too close for a loose run to tell
            auto from = sample_;
            from.push_back(best);
            auto any  = just;
            any.spare = most_fined<Real>;
            for (auto& one : from) one = exact(one.at, any);
            best = evolve(from, just, options_.runs, exact, whole);
            keep(best, given);
        }
        std::int64_t of_sample = 0;
        for (const judged& one : sample_)
            if (just.met(one) && one.as == judged_as::ran && keep(one, given)) {
                ++of_sample;
                if (just.better(one, best)) best = one;
            }
        const auto organisations = static_cast<std::int64_t>(sample_.size()) -
                                   given.no_organisation;
        if (organisations > 0)
            given.kept_share = static_cast<Real>(of_sample) / static_cast<Real>(organisations);
        std::sort(given.kept.begin(), given.kept.end(), [](const auto& a, const auto& b) {
            if (a.cost < b.cost || b.cost < a.cost) return a.cost < b.cost;
            return std::lexicographical_compare(
                a.chosen.begin(), a.chosen.end(), b.chosen.begin(), b.chosen.end(),
                [](const auto& x, const auto& y) { return x.value < y.value; });
        });
        const auto twice = [](const auto& a, const auto& b) { // the best may be of the sample
            return std::equal(a.chosen.begin(), a.chosen.end(), b.chosen.begin(),
                              [](const auto& x, const auto& y) { return x.value == y.value; });
        };
        given.kept.erase(std::unique(given.kept.begin(), given.kept.end(), twice), given.kept.end());
        if (given) given.verdict = design_verdict::kept;
        return best;
    }

    /// Re-simulates a design and keeps it if it keeps the promise.
    bool keep(const judged& one, answer& given) const
    {
        if (one.as != judged_as::ran) return false;
        auto made = judging_.in_full(one);
        if (!made.margins.kept()) return false;
        given.kept.push_back(std::move(made));
        return true;
    }

    /// What a part less promised would save, and which would save most.
    void tell_prices(const judged& best, answer& given) const
    {
        Real highest = 0;
        for (auto& effect : given.parts) {
            const auto n = static_cast<std::size_t>(effect.part);
            effect.price = 0;
            if (to_array<Real>(best.margins)[n] > relaxed_ || !(best.cost > 0 || best.cost < 0))
                continue;
            auto wanted       = keeping(asked_, guard(), true);
            wanted.relaxed[n] = relaxed_;
            const auto less   = searched(wanted, best, options_.runs / 2, false);
            const Real saved  = (best.cost - less.cost) / std::abs(best.cost) / relaxed_;
            effect.price      = std::max(saved, Real(0));
            if (*effect.price > highest && *effect.price > Real(0.001)) {
                highest       = *effect.price;
                given.binding = effect.part;
            }
        }
    }

    /// The parts whose best margin in the box is negative, or two that can't be kept together, or all.
    void tell_what_forbids(answer& given) const
    {
        given.verdict = design_verdict::forbidden_by_one;
        for (auto& effect : given.parts) {
            const auto wanted = keeping({effect.part}, Real(0), false);
            effect.best       = wanted.worst(searched(wanted, {}, options_.runs / 4, false));
        }
        auto never = given.parts;
        std::erase_if(never, [](const auto& effect) { return *effect.best >= 0; });
        std::sort(never.begin(), never.end(),
                  [](const auto& a, const auto& b) { return *a.best < *b.best; });
        for (const auto& effect : never) given.forbidden_by.push_back(effect.part);
        if (given.parts.empty() || !never.empty()) return;
        given.verdict = design_verdict::forbidden_together;
        Real least    = 0;
        for (std::size_t n = 0; n < asked_.size(); ++n)
            for (std::size_t m = n + 1; m < asked_.size(); ++m) {
                const auto wanted = keeping({asked_[n], asked_[m]}, Real(0), false);
                const Real best   = wanted.worst(searched(wanted, {}, options_.runs / 4, true));
                if (!(best < least)) continue;
                least              = best;
                given.forbidden_by = {asked_[n], asked_[m]};
            }
        if (given.forbidden_by.empty()) given.forbidden_by = asked_;
    }

    /// A shorter search from the sample, and what is known to be good; until it is met, if that is enough.
    [[nodiscard]] judged searched(const aim<Real>& wanted, const std::optional<judged>& known,
                                  std::int64_t runs, bool until_met) const
    {
        auto from = sample_;
        if (known) from.push_back(*known);
        return evolve(
            std::move(from), wanted, runs,
            [&](std::vector<Real> point, const aim<Real>& by) {
                return rough(std::move(point), by);
            },
            [&](const judged& one) { return until_met && wanted.met(one); });
    }

    const promise<Real>&             wanted_;
    const judge<Model, Start, Cost>& judging_;
    const design_options<Real>&      options_;
    std::vector<promise_part>        asked_;
    std::vector<judged>              sample_;
};

} // namespace orgscale::detail
