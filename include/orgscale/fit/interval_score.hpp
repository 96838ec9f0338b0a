#pragma once

#include <limits>

#include <orgscale/core/parameter_error.hpp>

namespace orgscale {

/// The interval score of a central prediction interval of level 1 - α, once x is known; smaller is better [1].
///
///     (u - l) + (2/α) (l - x)+ + (2/α) (x - u)+
///
/// In units of x. 0 < α < 1 and low <= high. An unbounded interval scores infinity whatever happens: publish
/// coverage beside it.
///
/// [1] Gneiting, T., Raftery, A. E. (2007). Strictly proper scoring rules, prediction, and estimation.
///     Journal of the American Statistical Association 102(477), 359-378. doi:10.1198/016214506000001437
[[nodiscard]] inline double interval_score(double low, double high, double x, double alpha)
{
    if (!(alpha > 0) || !(alpha < 1))
        refuse(parameter_error{"must lie between 0 and 1", alpha, "alpha"});
    if (!(low <= high)) refuse(parameter_error{"must not be below the low end", high, "high"});
    const double infinite = std::numeric_limits<double>::infinity();
    if (low == -infinite || high == infinite) return infinite;
    const double missed = x < low ? low - x : x > high ? x - high : 0.0;
    return high - low + 2 / alpha * missed;
}

} // namespace orgscale
