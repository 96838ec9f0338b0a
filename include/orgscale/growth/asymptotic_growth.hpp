#pragma once

#include <orgscale/core/real.hpp>
#include <orgscale/growth/growth_limits.hpp>

namespace orgscale {

/// The growth rate of a network far below its potential, and the term that sets it.
template <real Real = double>
struct asymptotic_growth {
    Real         rate;  ///< λ, exponential growth if positive [1/time]
    growth_limit limit; ///< the limit that sets it: sell, decide or serve
};

/// min(sell, decide, serve) - churn, and which of them it is; of equal ones, the one closer to demand.
template <ordered_real Real>
[[nodiscard]] constexpr asymptotic_growth<Real> slowest(const Real& sell, const Real& decide,
                                                        const Real& serve, const Real& churn)
{
    asymptotic_growth<Real> answer{sell - churn, growth_limit::sell};
    if (decide - churn < answer.rate) answer = {decide - churn, growth_limit::decide};
    if (serve - churn < answer.rate) answer = {serve - churn, growth_limit::serve};
    return answer;
}

} // namespace orgscale
