#pragma once

#include <cmath>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// (u - ln(1 + u))/u², smooth through u = 0, for u > -1.
template <real Real>
[[nodiscard]] Real log_excess(const Real& u)
{
    using std::log1p;
    if (const auto size = passive(u); size > -0.02 && size < 0.02) {
        Real sum = Real(0); // 1/2 - u/3 + u²/4 - ..., by Horner's rule
        for (int k = 12; k >= 2; --k) sum = Real(1.0 / k) - u * sum;
        return sum;
    }
    return (u - log1p(u)) / (u * u);
}

/// A residual whose square is twice y ln(y/f) - (y - f), the loss of a Poisson likelihood at f instead of y.
template <real Real>
[[nodiscard]] Real poisson_root(const Real& f, double y)
{
    using std::sqrt;
    if (!(y > 0)) return sqrt(Real(2 * f));
    const Real u = (f - y) / y;
    return u * sqrt(Real(2 * y * log_excess(u)));
}

} // namespace orgscale::detail
