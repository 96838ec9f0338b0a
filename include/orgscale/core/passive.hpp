#pragma once

#include <array>
#include <concepts>
#include <limits>

#include <orgscale/core/real.hpp>

namespace orgscale {

namespace detail {

template <class Number>
struct without_derivatives {
    using type = Number;

    [[nodiscard]] static constexpr const type& of(const Number& x) { return x; }
};

} // namespace detail

/// The number type without derivatives: `double` for dual<dual<double, 3>>, and for `double`.
template <real Real>
using passive_t = typename detail::without_derivatives<Real>::type;

/// The value without derivatives.
template <real Real>
[[nodiscard]] constexpr const passive_t<Real>& passive(const Real& x)
{
    return detail::without_derivatives<Real>::of(x);
}

/// Whether a number carries derivatives.
template <class Number>
concept has_derivatives = real<Number> && !std::same_as<passive_t<Number>, Number>;

/// The same value with NaN derivatives, for results that have none, such as the time of an event that
/// only touches zero. A number without derivatives stays as it is.
template <real Real>
[[nodiscard]] constexpr Real without_slope(const Real& x)
{
    if constexpr (has_derivatives<Real>) {
        using Value = typename Real::value_type;
        std::array<Value, Real::count> slopes;
        slopes.fill(Value(std::numeric_limits<double>::quiet_NaN()));
        return {without_slope(x.value()), slopes};
    } else {
        return x;
    }
}

} // namespace orgscale
