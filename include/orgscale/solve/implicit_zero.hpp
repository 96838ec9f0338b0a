#pragma once

#include <cmath>
#include <cstddef>

#include <orgscale/core/dual.hpp>
#include <orgscale/core/real.hpp>
#include <orgscale/solve/events.hpp>

namespace orgscale {

namespace detail {

/// How deeply derivatives are nested.
template <class Number>
inline constexpr int derivative_order = 0;

template <class Value, std::size_t Count>
inline constexpr int derivative_order<dual<Value, Count>> = 1 + derivative_order<Value>;

/// A time seeded with the innermost variable number `which`.
template <has_derivatives Real>
[[nodiscard]] Real moving(const passive_t<Real>& time, std::size_t which,
                          const passive_t<Real>& speed)
{
    using Value = typename Real::value_type;
    if constexpr (has_derivatives<Value>) {
        return Real(moving<Value>(time, which, speed));
    } else {
        return Real::moving(time, which, speed);
    }
}

/// The derivative by the innermost variable number `which`.
template <has_derivatives Real>
[[nodiscard]] passive_t<Real> innermost_slope(const Real& x, std::size_t which)
{
    if constexpr (has_derivatives<typename Real::value_type>) {
        return innermost_slope(x.value(), which);
    } else {
        return x.slope(which);
    }
}

template <has_derivatives Real>
struct innermost_count {
    static constexpr std::size_t value = Real::count;
};

template <has_derivatives Real>
    requires has_derivatives<typename Real::value_type>
struct innermost_count<Real> : innermost_count<typename Real::value_type> {};

/// dg/dt. Seeding the time with one variable adds dg/dt to g's derivative by that variable. Choosing the
/// variable that moves g least, and a large enough seed, avoids cancellation.
template <has_derivatives Real, class Function>
[[nodiscard]] passive_t<Real> slope_in_time(const Function& function, const passive_t<Real>& time)
{
    using std::abs;
    const Real  still = function(Real(time));
    std::size_t which = 0;
    for (std::size_t k = 1; k < innermost_count<Real>::value; ++k)
        if (abs(innermost_slope(still, k)) < abs(innermost_slope(still, which))) which = k;
    const auto moves = [&](const passive_t<Real>& speed) {
        const Real moved = function(moving<Real>(time, which, speed));
        return passive_t<Real>((innermost_slope(moved, which) - innermost_slope(still, which)) /
                               speed);
    };
    const passive_t<Real> one   = 1;
    const passive_t<Real> rough = moves(one);
    const passive_t<Real> other = abs(innermost_slope(still, which));
    if (!(other > abs(rough)) || !(abs(rough) > 0)) return rough;
    return moves(passive_t<Real>(1024 * other / abs(rough)));
}

} // namespace detail

/// A zero of a function of time with its derivatives, given its value.
///
///     g(t(p), p) = 0:    dt/dp = -(dg/dp) / (dg/dt)          the implicit function theorem
///
/// For nested derivatives Newton's step is repeated; each adds an order. Where dg/dt is 0 the time has no
/// derivative, and its slopes are NaN. A number type without derivatives gets its value back.
template <real Real, class Function>
[[nodiscard]] Real implicit_zero(const Function& function, const passive_t<Real>& zero)
{
    if constexpr (!has_derivatives<Real>) {
        return zero;
    } else {
        const passive_t<Real> slope = detail::slope_in_time<Real>(function, zero);
        if (!(slope > 0) && !(slope < 0)) return without_slope(Real(zero));
        Real time(zero);
        for (int order = 0; order < detail::derivative_order<Real>; ++order) {
            const Real left = function(time);
            time            = time - (left - Real(passive(left))) / Real(slope);
        }
        return time;
    }
}

namespace detail {

/// The time of a crossing with its derivatives; NaN if zero is only touched.
template <real Real, class Function>
[[nodiscard]] Real time_of_crossing(const Function& function, const passive_t<Real>& time,
                                    crossing kind)
{
    if (kind == crossing::touching) return without_slope(Real(time));
    return implicit_zero<Real>(function, time);
}

} // namespace detail
} // namespace orgscale
