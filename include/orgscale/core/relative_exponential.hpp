#pragma once

#include <cmath>
#include <concepts>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

namespace detail {

/// 1/n, without derivatives where the number type has them.
template <real Real>
[[nodiscard]] constexpr auto reciprocal(int n)
{
    using number = passive_t<Real>;
    return static_cast<number>(number(1) / number(n));
}

} // namespace detail

/// phi(x) = (e^x - 1) / x, with phi(0) = 1, and its derivative with it.
///
/// For |x| >= 1/4 by expm1. Closer to zero, where the derivative of the quotient would cancel (and at
/// zero be lost), by its series 1 + x/2 (1 + x/3 (1 + x/4 (...))).
template <real Real>
[[nodiscard]] Real relative_exponential(const Real& x)
{
    using std::expm1;
    // At |x| = 1/4 the omitted terms are below 4^-n / (n+1)!: 1e-17 for n = 12, 1e-52 for n = 30.
    constexpr int digits = std::numeric_limits<Real>::digits10;
    constexpr int terms  = 8 + (digits > 15 ? digits : 15) / 2;

    const auto nearby = x < Real(0.25) && x > Real(-0.25);
    if constexpr (std::floating_point<Real>) { // one branch, not all: the same number, sooner
        if (!nearby) return expm1(x) / x;
        if (x == 0) return Real(1);
    }
    const Real inside = select(nearby, x, Real(0));
    Real       series = Real(1);
    for (int n = terms; n >= 2; --n) series = 1 + inside * series * detail::reciprocal<Real>(n);

    if constexpr (std::floating_point<Real>) return series;
    const Real outside = select(nearby, Real(1), x);
    return select(nearby, series, Real(expm1(outside) / outside));
}

/// What a flow of 1 for a time t grows to at a rate r, the integral of e^(r s) over s from 0 to t:
/// (e^(r t) - 1)/r = t phi(r t). For t >= 0; at infinite t its limit, -1/r for r < 0 and else infinity.
template <real Real>
[[nodiscard]] Real compounded(const Real& rate, const Real& time)
{
    const auto endless = time >= infinity<Real>();
    const auto shrinks = rate < 0;
    const Real length  = select(endless, Real(1), time);
    const Real limit = select(shrinks, Real(-1 / select(shrinks, rate, Real(-1))), infinity<Real>());
    return select(endless, limit, Real(length * relative_exponential(Real(rate * length))));
}

} // namespace orgscale
