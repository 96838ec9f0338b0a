#pragma once

#include <limits>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// a b/c for a >= 0 or below it, b >= 0 and c > 0, in an order in which nothing overflows or underflows
/// unless the result does.
template <ordered_real Real>
[[nodiscard]] Real product_over(const Real& a, const Real& b, const Real& c)
{
    using Limits                = std::numeric_limits<passive_t<Real>>;
    const Real             part = b / c;
    const passive_t<Real>& size = passive(part);
    if (size > (Limits::max)()) return a * b / c;
    if (size < (Limits::min)() && b > 0) return a / c * b;
    return a * part;
}

} // namespace orgscale::detail
