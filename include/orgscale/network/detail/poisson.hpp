#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include <orgscale/core/passive.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale::detail {

/// The largest degree at which Poisson chances are asked; their means stay below 700, where e^-mean underflows in double.
inline constexpr std::int64_t most_poisson_degree = 500;

/// e^-mean in as many equal parts as a number type of less range than double needs; 1 in double.
template <real Real>
inline constexpr int poisson_parts =
    std::numeric_limits<passive_t<Real>>::max_exponent10 > 300 ? 1 : 16;

/// The chances of fewer than k, and of k itself, for k >= 0 and means up to 700: a sum of positive terms.
template <real Real>
[[nodiscard]] std::pair<Real, Real> poisson_up_to(const Real& mean, std::int64_t degree)
{
    using std::exp;
    const Real part = exp(Real(-mean / Real(static_cast<double>(poisson_parts<Real>))));
    Real       term = part, sum(0);
    int        left = poisson_parts<Real> - 1; // factors to come
    for (std::int64_t k = 0; k < degree; ++k) {
        sum  = sum + term;
        term = term * (mean / Real(static_cast<double>(k + 1)));
        for (; left > 0 && !every(term + sum <= 1); --left) {
            term = term * part;
            sum  = sum * part;
        }
    }
    for (; left > 0; --left) {
        term = term * part;
        sum  = sum * part;
    }
    return {sum, term};
}

/// e^-mean mean^k/k!, for k >= 0; 0 below.
template <real Real>
[[nodiscard]] Real poisson_at(const Real& mean, std::int64_t degree)
{
    return degree < 0 ? Real(0) : poisson_up_to(mean, degree).second;
}

/// The chance of fewer than k.
template <real Real>
[[nodiscard]] Real poisson_below(const Real& mean, std::int64_t degree)
{
    return poisson_up_to(mean, degree).first;
}

} // namespace orgscale::detail
