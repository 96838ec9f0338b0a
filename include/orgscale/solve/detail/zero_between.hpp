#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>

#include <boost/math/policies/policy.hpp>
#include <boost/math/tools/toms748_solve.hpp>

#include <orgscale/core/real.hpp>
#include <orgscale/solve/detail/sign_of.hpp>

namespace orgscale::detail {

/// A root finder that never throws: its errors cannot occur where it is called.
using quiet = boost::math::policies::policy<
    boost::math::policies::domain_error<boost::math::policies::errno_on_error>,
    boost::math::policies::evaluation_error<boost::math::policies::errno_on_error>>;

/// The zero of a function between two times, to rounding, from its values at them: of the sign `before` at the first,
/// and of the other at the second. `gap` is a time at which the function was found to be NaN.
template <class Function, real Real>
[[nodiscard]] Real zero_between(const Function& function, const Real& first, const Real& second,
                                const Real& at_first, const Real& at_second, int before,
                                std::optional<Real>& gap)
{
    using std::abs;
    const auto noting = [&](const Real& time) {
        const Real value = function(time);
        if (!(value <= 0) && !(value >= 0) && first < time && time < second) gap = time;
        return value;
    };
    std::uintmax_t most       = 200;
    const auto     last_digit = [](const Real& a, const Real& b) {
        return !(b - a > 2 * std::numeric_limits<Real>::epsilon() * (abs(a) + abs(b)) / 2);
    };
    const auto [low, high] = boost::math::tools::toms748_solve(
        noting, first, second, at_first, at_second, last_digit, most, quiet{});
    if (!(first <= low && high <= second)) { // an infinite value: bisect
        Real same  = first;
        Real other = second;
        for (Real half = same + (other - same) / 2; same < half && half < other;
             half      = same + (other - same) / 2)
            (sign_of(noting(half)) == before ? same : other) = half;
        return other;
    }
    return abs(function(low)) < abs(function(high)) ? low : high;
}

} // namespace orgscale::detail
