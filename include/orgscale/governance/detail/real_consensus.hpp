#pragma once

#include <cmath>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// The probability that at least k of n accept, each with probability p, continued to real 1 <= k <= n: the k-th
/// acceptance comes with trial k + i,
///
///     p^k Σ_i C(k-1+i, i) (1-p)^i,    i = 0, ..., n - k, the last of them by the part of it in n - k
///
/// Exact for whole k and n, p^n at k = n for any n, continuous and monotone between. All terms are positive. Half of
/// p^k is a factor of each term, so that for up to two hundred members nothing overflows in float, either.
template <real Real>
[[nodiscard]] Real real_consensus(const Real& members, const Real& votes, const Real& p)
{
    using std::pow;
    const Real refused = 1 - p;
    const auto many    = votes >= 4;
    const Real half    = select(many, Real(votes / 2), Real(2));
    Real       term = select(many, Real(pow(p, half)), Real(1)), sum = term;
    for (int i = 1; !every(members - votes + 1 <= Real(i)); ++i) {
        const Real count = Real(i);
        term             = term * refused * ((votes - 1 + count) / count);
        sum = sum + term * least(greatest(Real(members - votes + 1 - count), Real(0)), Real(1));
    }
    return pow(p, Real(votes - select(many, half, Real(0)))) * sum;
}

} // namespace orgscale::detail
