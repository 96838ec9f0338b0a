#pragma once

#include <cmath>
#include <concepts>
#include <limits>

#include <orgscale/core/real.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// ln(1 + x)/x, with 1 at x = 0, for x > -1, and its derivative with it.
///
/// For |x| >= 1/8 by log1p. Closer to zero, where the derivative of the quotient would cancel (and at zero
/// be lost), by the series 1 - x/2 + x²/3 - ...
template <real Real>
[[nodiscard]] Real relative_logarithm(const Real& x)
{
    using std::log1p;
    // At |x| = 1/8 the omitted terms are below 8^-n: 1e-19 for n = 21, 1e-57 for n = 63.
    constexpr int digits = std::numeric_limits<Real>::digits10;
    constexpr int terms  = 6 + 8 * (digits > 15 ? digits : 15) / 7;

    const auto nearby = x < Real(0.125) && x > Real(-0.125);
    if constexpr (std::floating_point<Real>)
        if (!nearby) return log1p(x) / x;
    const Real inside = select(nearby, x, Real(0));
    Real       series(detail::reciprocal<Real>(terms));
    for (int n = terms - 1; n >= 1; --n) series = detail::reciprocal<Real>(n) - inside * series;

    if constexpr (std::floating_point<Real>) return series;
    const Real outside = select(nearby, Real(1), x);
    return select(nearby, series, Real(log1p(outside) / outside));
}

} // namespace orgscale
