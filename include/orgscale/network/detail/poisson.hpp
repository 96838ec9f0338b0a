#pragma once

#include <cmath>
#include <cstdint>

#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// The largest degree at which Poisson chances are asked; their means stay below those where e^-mean underflows.
inline constexpr std::int64_t most_poisson_degree = 500;

/// e^-mean mean^k/k!, for k >= 0; 0 below.
template <real Real>
[[nodiscard]] Real poisson_at(const Real& mean, std::int64_t degree)
{
    using std::exp;
    if (degree < 0) return Real(0);
    Real term = exp(Real(-mean));
    for (std::int64_t k = 1; k <= degree; ++k) term = term * (mean / Real(static_cast<double>(k)));
    return term;
}

/// The chance of fewer than k, for means up to 700: a sum of positive terms.
template <real Real>
[[nodiscard]] Real poisson_below(const Real& mean, std::int64_t degree)
{
    using std::exp;
    Real term = exp(Real(-mean)), sum(0);
    for (std::int64_t k = 0; k < degree; ++k) {
        if (k > 0) term = term * (mean / Real(static_cast<double>(k)));
        sum = sum + term;
    }
    return sum;
}

} // namespace orgscale::detail
