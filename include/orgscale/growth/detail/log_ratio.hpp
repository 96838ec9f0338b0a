#pragma once

#include <cmath>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// ln(a/b) for a, b >= 0, not both 0, given also a - b: accurate near a = b if a - b is. Where a/b might
/// overflow or underflow, computed from the quotient of the square roots.
template <real Real>
[[nodiscard]] Real log_ratio(const Real& above, const Real& below, const Real& difference)
{
    using std::log, std::log1p, std::sqrt;
    const Real change   = difference / below;
    const Real quotient = above / below;
    const Real roots    = sqrt(above) / sqrt(below);
    const auto within   = quotient > Real(1e-30) && quotient < Real(1e30);
    const Real apart    = select(within, Real(1), Real(2)) * log(select(within, quotient, roots));
    return select(change > Real(-0.5) && change < Real(1), Real(log1p(change)), apart);
}

/// The same for exact a and b, whose computed difference is exact near a = b.
template <real Real>
[[nodiscard]] Real log_ratio(const Real& above, const Real& below)
{
    return log_ratio(above, below, Real(above - below));
}

} // namespace orgscale::detail
