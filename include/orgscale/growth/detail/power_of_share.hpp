#pragma once

#include <cmath>

#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// a^n for a share a, given also 1 - a, of which the smaller is exact to rounding: near a = 1 the power shows
/// the digits of 1 - a. 1 for n = 0.
template <real Real>
[[nodiscard]] Real power_of_share(const Real& share, const Real& rest, const Real& exponent)
{
    using std::exp, std::log1p, std::pow;
    const auto most = rest < Real(0.5);
    const Real some = select(most, Real(0.5), share);
    return select(most, Real(exp(Real(exponent * log1p(Real(-select(most, rest, Real(0))))))),
                  Real(pow(some, exponent)));
}

} // namespace orgscale::detail
