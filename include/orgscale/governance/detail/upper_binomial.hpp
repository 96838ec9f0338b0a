#pragma once

#include <cstdint>

#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// The first terms of a sum, weights w_j of j = mode, mode + 1, ..., most and then mode - 1, ..., 0, relative to
/// w_mode = 1, and of these the share of j >= from: a tail of a discrete distribution that needs neither a
/// factorial nor a logarithm. Nothing cancels, and terms too small to count are left out.
///
/// step(j) = w_(j+1)/w_j.
template <ordered_real Real, class Step>
[[nodiscard]] constexpr Real upper_share(std::int64_t most, std::int64_t from, std::int64_t mode,
                                         const Step& step)
{
    // A term this much below the last place of a sum counts neither in it nor in its derivatives.
    const Real negligible = Real(0x1p-20);
    Real       upper = Real(0), lower = Real(0), term = Real(1);
    for (std::int64_t j = mode; j <= most; ++j) {
        (j >= from ? upper : lower) = (j >= from ? upper : lower) + term;
        if (j >= from && upper + term / negligible <= upper) break;
        if (j < most) term = term * step(j);
        if (term <= 0) break;
    }
    term = Real(1);
    for (std::int64_t j = mode - 1; j >= 0; --j) {
        term                        = term / step(j);
        (j >= from ? upper : lower) = (j >= from ? upper : lower) + term;
        if (upper + lower + term / negligible <= upper + lower) break;
    }
    return upper / (upper + lower);
}

/// P(X >= k) for X binomial(n, p), given p and q = 1 - p, for whole n >= 0 and any whole k.
///
/// A sum over the terms that count, some 20 standard deviations of X, or from its mode to k. Relative error:
/// a few roundings for each term between the mode and k.
template <ordered_real Real>
[[nodiscard]] constexpr Real upper_binomial(std::int64_t n, std::int64_t k, const Real& p,
                                            const Real& q)
{
    if (k <= 0) return Real(1);
    if (k > n) return Real(0);
    if (p <= 0) return k == 1 ? Real(n) * p : 0 * p; // with the slope there
    if (q <= 0) return 1 - (k == n ? Real(n) * q : 0 * q);
    const Real odds = p / q;
    auto       mode = static_cast<std::int64_t>(plain(passive(p)) * static_cast<double>(n + 1));
    mode            = mode > n ? n : mode;
    return upper_share<Real>(n, k, mode,
                             [&](std::int64_t j) { return odds * Real(n - j) / Real(j + 1); });
}

} // namespace orgscale::detail
