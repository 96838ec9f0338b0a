#pragma once

#include <cmath>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

/// Divided differences of the exponential function, the building blocks of the solution of a chain of
/// stages:
///
///     e[x, y]    = (e^x - e^y) / (x - y)            e^x where they are equal
///     e[x, y, z] = (e[x, y] - e[y, z]) / (x - z)    e^x/2 where all are equal
///
/// Symmetric, positive, and accurate also where arguments are close or equal: computed by a series of
/// positive terms, as in [1], never by a branch on equality.
///
/// [1] McCurdy, A., Ng, K. C., Parlett, B. N. (1984). Accurate computation of divided differences of
///     the exponential function. Mathematics of Computation 43(168), 501-528.
namespace orgscale::detail {

/// e[0, -p, -q] for 2 >= p >= q >= 0: e^-p e[p, r, 0] with r = p - q, which is
/// h_0/2! + h_1/3! + h_2/4! + ..., h_k = p^k + p^(k-1) r + ... + r^k; summed from the smallest term.
template <real Real>
[[nodiscard]] Real divided_decay_nearby(const Real& p, const Real& q)
{
    using std::exp;
    // The omitted terms are below (k+1) 2^k / (k+2)!: 1e-20 for k = 28, 1e-59 for k = 56.
    constexpr int digits = std::numeric_limits<Real>::digits10;
    constexpr int terms  = 16 + 4 * (digits > 15 ? digits : 15) / 5;

    const Real r      = p - q;
    Real       with_p = Real(1);
    Real       only_r = Real(0);
    for (int k = terms + 2; k > 2; --k) {
        const auto n = static_cast<passive_t<Real>>(k);
        only_r       = r * (with_p + only_r) / n;
        with_p       = 1 + p * with_p / n;
    }
    return exp(Real(-p)) * (with_p + only_r) / 2;
}

/// e[0, -d] = (1 - e^-d) / d for d >= 0.
template <real Real>
[[nodiscard]] Real divided_decay(const Real& d)
{
    using std::expm1;
    const auto nearby  = d < 1;
    const Real inside  = select(nearby, d, Real(0));
    const Real outside = select(nearby, Real(1), d);
    return select(nearby, Real(1 - inside * divided_decay_nearby(inside, Real(0))),
                  Real(-expm1(Real(-outside)) / outside));
}

/// e[0, -p, -q] for p >= q >= 0. For large p the difference is divided by the larger gap: at least two
/// fifths of it are left, so few digits cancel.
template <real Real>
[[nodiscard]] Real divided_decay(const Real& p, const Real& q)
{
    using std::exp;
    const auto nearby = p < 2;
    const Real larger = select(nearby, Real(2), p);
    const Real lesser = select(nearby, Real(1), q);
    const Real outside =
        (divided_decay(lesser) - exp(Real(-lesser)) * divided_decay(Real(larger - lesser))) /
        larger;
    return select(nearby,
                  divided_decay_nearby(select(nearby, p, Real(0)), select(nearby, q, Real(0))),
                  outside);
}

template <real Real>
[[nodiscard]] Real divided_exponential(const Real& x, const Real& y)
{
    using std::exp;
    const auto rises = x < y;
    const Real upper = select(rises, y, x);
    const Real lower = select(rises, x, y);
    return exp(upper) * divided_decay(Real(upper - lower));
}

template <real Real>
[[nodiscard]] Real divided_exponential(const Real& x, const Real& y, const Real& z)
{
    using std::exp;
    const auto rises = x < y;
    const Real upper = select(rises, y, x);
    const auto ends  = upper < z;
    const Real top   = select(ends, z, upper);
    const Real p     = top - select(ends, upper, z);
    const Real q     = top - select(rises, x, y);
    const auto wider = p < q;
    return exp(top) * divided_decay(select(wider, q, p), select(wider, p, q));
}

} // namespace orgscale::detail
