#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// The distribution of a sum of independent steps, each of +m with probability p and else of 0: of the right votes
/// of a jury if all m = 1. Steps are added one after another (a convolution each); what is so rare at either end
/// that n times as much is below a rounding is left out and counted.
template <ordered_real Real>
class vote_sums {
public:
    /// For that many steps at most, of that sum.
    vote_sums(std::int64_t steps, std::int64_t most)
        : negligible_{std::numeric_limits<passive_t<Real>>::epsilon() * passive_t<Real>(0x1p-20) /
                      static_cast<passive_t<Real>>(steps)},
          now_(static_cast<std::size_t>(most) + 1, Real(0)), next_(now_.size(), Real(0))
    {
        now_[0] = Real(1);
    }

    void add(std::int64_t step, const Real& p, const Real& q)
    {
        const auto shift = static_cast<std::size_t>(step);
        const auto first = first_, last = last_;
        // Below the shift only q, above the last only p.
        const auto both = (std::min)(first + shift, last + 1);
        for (auto k = first; k < both; ++k) next_[k] = now_[k] * q;
        for (auto k = last + 1; k < first + shift; ++k) next_[k] = Real(0); // a gap
        add_both(first + shift, last + 1, shift, p, q);
        for (auto k = (std::max)(last + 1, first + shift); k <= last + shift; ++k)
            next_[k] = now_[k - shift] * p;
        std::swap(now_, next_);
        last_ += shift;
        while (passive(now_[first_]) <= negligible_) left_out_ = left_out_ + now_[first_++];
        while (passive(now_[last_]) <= negligible_) left_out_ = left_out_ + now_[last_--];
    }

    /// use(sum, probability) for each sum that counts, in order.
    template <class Use>
    void for_each(const Use& use) const
    {
        for (auto k = first_; k <= last_; ++k) use(static_cast<std::int64_t>(k), now_[k]);
    }

    /// The probability that was left out.
    [[nodiscard]] const Real& left_out() const { return left_out_; }

private:
    void add_both(std::size_t from, std::size_t to, std::size_t shift, const Real& p, const Real& q)
    {
        if (from >= to) return;
        const Real* stays = now_.data() + from;
        const Real* moves = now_.data() + (from - shift);
        Real*       all   = next_.data() + from;
        for (std::size_t k = 0; k < to - from; ++k) all[k] = stays[k] * q + moves[k] * p;
    }

    passive_t<Real>   negligible_;
    std::vector<Real> now_, next_;
    std::size_t       first_ = 0, last_ = 0;
    Real              left_out_ = Real(0);
};

} // namespace orgscale::detail
