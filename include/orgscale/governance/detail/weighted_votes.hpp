#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/passive.hpp>
#include <orgscale/core/select.hpp>
#include <orgscale/governance/detail/vote_sums.hpp>
#include <orgscale/governance/vote_accuracy.hpp>

namespace orgscale::detail {

/// How often Σ w_i s_i > 0 for s_i = 1 with probability p_i and else -1, and half of how often it is 0.
template <ordered_real Real>
class weighted_votes {
public:
    weighted_votes(const std::vector<fraction<Real>>& right, const std::vector<Real>& weights)
    {
        for (std::size_t i = 0; i < weights.size(); ++i) {
            const Real p = right[i], q = 1 - right[i];
            if (weights[i] > 0) voters_.push_back({passive(weights[i]), p, q});
            if (weights[i] < 0) voters_.push_back({passive(Real(-weights[i])), q, p});
        }
        std::sort(voters_.begin(), voters_.end(),
                  [](const voter& a, const voter& b) { return a.weight < b.weight; });
        for (const voter& one : voters_) total_ += one.weight;
        if (!(total_ < infinity<number>())) { // only proportions count
            total_ = 0;
            for (voter& one : voters_) total_ += one.weight *= number(0x1p-64);
        }
        tie_ = total_ * number(0x1p-40);
    }

    /// `best`: the weights are the log odds of being right.
    [[nodiscard]] vote_accuracy<Real> accuracy(std::int64_t sums, bool best) const
    {
        if (voters_.empty()) return {Real(0.5), Real(0)}; // nobody counts
        if (different_sums() <= static_cast<double>(sums)) return by_all_sums();
        const number step = common_step(sums);
        if (step > 0) return by_steps(step, true, best);
        return by_steps(total_ / static_cast<number>(sums / 2), false, best);
    }

private:
    using number = passive_t<Real>;

    struct voter {
        number weight; // above 0
        Real   right, wrong;
    };

    /// How many sums there are, if of voters of equal weight only the number matters.
    [[nodiscard]] double different_sums() const
    {
        double all = 1;
        for (std::size_t i = 0; i < voters_.size();) {
            const auto next = next_kind(i);
            all *= static_cast<double>(next - i + 1);
            i = next;
        }
        return all;
    }

    [[nodiscard]] std::size_t next_kind(std::size_t i) const
    {
        const number weight = voters_[i].weight;
        while (i < voters_.size() && voters_[i].weight <= weight) ++i;
        return i;
    }

    [[nodiscard]] vote_accuracy<Real> by_all_sums() const
    {
        std::vector<std::pair<number, Real>> sums{{number(0), Real(1)}}, next;
        Real                                 left_out = Real(0);
        for (std::size_t i = 0; i < voters_.size();) {
            const auto      end   = next_kind(i);
            const auto      count = static_cast<std::int64_t>(end - i);
            const number    step  = voters_[i].weight;
            vote_sums<Real> kind(count, count);
            for (; i < end; ++i) kind.add(1, voters_[i].right, voters_[i].wrong);
            next.clear();
            for (const auto& before : sums)
                kind.for_each([&](std::int64_t votes, const Real& of_kind) {
                    next.emplace_back(before.first + step * static_cast<number>(2 * votes - count),
                                      before.second * of_kind);
                });
            std::swap(sums, next);
            left_out = left_out + kind.left_out();
        }
        Real right = Real(0);
        for (const auto& [sum, share] : sums)
            if (sum >= -tie_) right = right + (sum > tie_ ? share : Real(share / 2));
        return {right, left_out};
    }

    /// The largest number of which all weights are multiples, by Euclid's algorithm; 0 if they are not, or have
    /// more than that many different sums.
    [[nodiscard]] number common_step(std::int64_t sums) const
    {
        number step = voters_.front().weight;
        for (const voter& one : voters_) {
            number rest = one.weight;
            while (rest > tie_) {
                using std::floor;
                const number left = step - floor(step / rest + tie_ / rest) * rest;
                step              = rest;
                rest              = left;
            }
            if (step * static_cast<number>(sums) < total_) return number(0);
        }
        number off = 0;
        for (const voter& one : voters_) {
            const number away = one.weight - step * static_cast<number>(steps_in(one.weight, step));
            off += away < 0 ? -away : away;
        }
        return off <= tie_ ? step : number(0);
    }

    [[nodiscard]] static std::int64_t steps_in(number weight, number step)
    {
        return static_cast<std::int64_t>(weight / step + number(0.5));
    }

    [[nodiscard]] vote_accuracy<Real> by_steps(number step, bool exact, bool best) const
    {
        using std::expm1;
        std::int64_t all = 0;
        number       off = 0; // of a sum, at most
        for (const voter& one : voters_) {
            const auto   steps = steps_in(one.weight, step);
            const number away  = one.weight - step * static_cast<number>(steps);
            all += steps;
            off += away < 0 ? -away : away;
        }
        vote_sums<Real> sums(static_cast<std::int64_t>(voters_.size()), all);
        for (const voter& one : voters_)
            if (const auto steps = steps_in(one.weight, step); steps > 0)
                sums.add(steps, one.right, one.wrong);
        Real right = Real(0), surely = Real(0), maybe = Real(0), gain = Real(0);
        sums.for_each([&](std::int64_t votes, const Real& share) {
            const number sum = step * static_cast<number>(2 * votes - all);
            if (2 * votes >= all) right = right + (2 * votes > all ? share : Real(share / 2));
            if (sum > off) surely = surely + share;
            if (sum >= -off) maybe = maybe + share;
            // What the best rule gains by deciding otherwise where the true sum has the other sign: it is then at
            // most off - sum, and e to the power of it the odds that it is right.
            if (2 * votes >= all && sum < off)
                gain = gain + (2 * votes > all ? share : Real(share / 2)) * Real(expm1(off - sum));
        });
        const Real sides = greatest(Real(right - surely), Real(maybe - right));
        return {right, sums.left_out() + (exact ? Real(0) : best ? least(gain, sides) : sides)};
    }

    std::vector<voter> voters_; // by weight
    number             total_ = 0, tie_ = 0;
};

} // namespace orgscale::detail
