#pragma once

#include <array>
#include <cstddef>
#include <optional>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/dual.hpp>
#include <orgscale/core/select.hpp>

namespace orgscale {

/// Table function: a relation given by values at equally spaced points, linear between them.
///
///     T(x) = y_i + (y_(i+1) - y_i) (x - x_i)/h    from x_i to x_(i+1),   x_i = x_0 + i h
///     T(x) = the nearer end's value               beyond the ends
///
/// The usual representation in system dynamics of a relation known only as a curve [1]. Not where the
/// slope matters: it jumps at every point, where the slope of the interval to the left is returned.
///
///     constexpr table_function<3> answered{.first = 0, .spacing = 0.5, .values = {0, 0.8, 1}};
///     answered(0.25);                                                                   // 0.4
///
/// [1] Forrester, J. W. (1961). Industrial Dynamics. MIT Press.
template <std::size_t Points>
    requires(Points >= 2)
struct table_function {
    finite_value<double>                     first;   ///< x_0           [of x]
    finite_positive<double>                  spacing; ///< h             [of x]
    std::array<finite_value<double>, Points> values;  ///< y_0, y_1, ... [of y]

    /// T(x); at the points exactly their values.
    template <real Real>
    [[nodiscard]] constexpr Real operator()(const Real& x) const
    {
        using constant        = passive_t<Real>; // carries no derivatives
        const Real from_first = (x - constant(double{first})) / constant(double{spacing});
        const Real place      = least(greatest(from_first, Real(0)), Real(double{Points - 1}));
        Real       y          = on_part(0, place);
        for (std::size_t i = 1; i + 1 < Points; ++i)
            y = select(constant(static_cast<double>(i)) < place, on_part(i, place), y);
        return y;
    }

    /// The largest x >= x_0 at which T(x) = level + slope · x; nothing if there is none. With slope 0 this
    /// is the last x at that level: the inverse of a strictly monotonic table.
    template <ordered_real Real>
    [[nodiscard]] constexpr std::optional<Real> last_meeting(const Real& level,
                                                             const Real& slope) const
    {
        const auto above = [&](std::size_t i) -> Real {
            return Real(double{values[i]}) - level - slope * point<Real>(i);
        };
        Real gap = above(Points - 1);
        if ((gap < 0 && slope < 0) || (gap > 0 && slope > 0))
            return Real((Real(double{values[Points - 1]}) - level) / slope);
        if (gap == 0) return point<Real>(Points - 1);
        for (std::size_t i = Points - 1; i-- > 0;) {
            const Real before = above(i);
            if ((before <= 0 && gap > 0) || (before >= 0 && gap < 0))
                return Real(point<Real>(i) + Real(double{spacing}) * (before / (before - gap)));
            gap = before;
        }
        return std::nullopt;
    }

private:
    template <real Real>
    [[nodiscard]] constexpr Real point(std::size_t i) const
    {
        return Real(double{first}) + Real(static_cast<double>(i)) * Real(double{spacing});
    }

    /// The linear interpolant of interval i, at a position in units of the spacing.
    template <real Real>
    [[nodiscard]] constexpr Real on_part(std::size_t i, const Real& place) const
    {
        using constant   = passive_t<Real>;
        const auto begin = constant(static_cast<double>(i));
        return constant(double{values[i]}) * (begin + 1 - place) +
               constant(double{values[i + 1]}) * (place - begin);
    }
};

} // namespace orgscale
