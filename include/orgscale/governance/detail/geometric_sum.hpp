#pragma once

#include <cmath>
#include <concepts>
#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// 1/n, without derivatives where the number type has them.
template <real Real>
[[nodiscard]] constexpr auto reciprocal(int n)
{
    using number = passive_t<Real>;
    return static_cast<number>(number(1) / number(n));
}

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
    if constexpr (std::floating_point<Real>) // one branch, not both: the same number, sooner
        if (!nearby) return expm1(x) / x;
    const Real inside = select(nearby, x, Real(0));
    Real       series = Real(1);
    for (int n = terms; n >= 2; --n) series = 1 + inside * series * reciprocal<Real>(n);

    if constexpr (std::floating_point<Real>) return series;
    const Real outside = select(nearby, Real(1), x);
    return select(nearby, series, Real(expm1(outside) / outside));
}

/// 1 + y + ... + y^(L-1) = (y^L - 1) / (y - 1), continued to real L >= 0, for y >= 0 and ln y.
///
/// L at y = 1, 1 at y = 0 and L > 0, 0 at L = 0, without cancellation near these. From y = 1/2 on as
/// L phi(L ln y) / phi(ln y), below as -expm1(L ln y) / (1 - y), at y = 0 directly. ln y is an argument
/// of its own because for large L the rounding error of y shows in y^L.
template <real Real>
[[nodiscard]] Real geometric_sum(const Real& y, const Real& log_y, const Real& length)
{
    using std::expm1;
    const auto none       = y <= 0;
    const auto below_half = y < Real(0.5);
    const Real logarithm  = select(none, Real(0), log_y);
    const Real power      = length * logarithm;

    if constexpr (std::floating_point<Real>)
        if (!below_half)
            return length * relative_exponential(power) / relative_exponential(logarithm);

    // y^L at y = 0 with its derivative, without a power: y for L = 1, and 1 at L = 0.
    const Real zero = select(none, y, Real(0));
    const Real to_power =
        select(length > 1, Real(0), select(length < 1, select(length > 0, Real(0), Real(1)), zero));
    const Real at_zero = (1 - to_power) / (1 - zero);
    const Real below   = -expm1(power) / (1 - select(below_half, y, Real(0)));
    if constexpr (std::floating_point<Real>) return none ? at_zero : below;
    const Real above = length * relative_exponential(power) / relative_exponential(logarithm);
    return select(none, at_zero, select(below_half, below, above));
}

/// The same for an exact y.
template <real Real>
[[nodiscard]] Real geometric_sum(const Real& y, const Real& length)
{
    using std::log;
    return geometric_sum(y, Real(log(select(y <= 0, Real(1), y))), length);
}

} // namespace orgscale::detail
