#pragma once

#include <cmath>
#include <concepts>

#include <orgscale/core/real.hpp>
#include <orgscale/core/relative_exponential.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

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

} // namespace orgscale
