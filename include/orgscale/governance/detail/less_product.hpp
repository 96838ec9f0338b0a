#pragma once

#include <array>
#include <cmath>
#include <concepts>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale::detail {

/// a - x y with a single rounding where the number type allows it: near a = x y, rounding the product
/// first would leave no correct digit.
template <real Real>
[[nodiscard]] Real less_product(const Real& a, const Real& x, const Real& y)
{
    if constexpr (std::floating_point<Real>) {
        return std::fma(-x, y, a);
    } else if constexpr (has_derivatives<Real>) {
        using Value = typename Real::value_type;
        std::array<Value, Real::count> slopes{};
        for (std::size_t k = 0; k < Real::count; ++k)
            slopes[k] = Value(a.slope(k) - x.slope(k) * y.value() - x.value() * y.slope(k));
        return {less_product(a.value(), x.value(), y.value()), slopes};
    } else {
        return Real(a - x * y);
    }
}

} // namespace orgscale::detail
