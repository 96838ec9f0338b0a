#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <orgscale/compare/detail/curve_fit.hpp>
#include <orgscale/compare/growth_shape.hpp>

namespace orgscale::detail {

/// A fitted law and the kind of growth it amounts to.
struct considered_law {
    growth_kind  kind;
    double       ceiling, deviance;
    fitted_curve found;
};

/// The kind of a fitted law over the figures: linear or exponential if its local order stays within the
/// tolerance of 0 or 1; saturating once half the ceiling is reached, before which no fit locates it.
template <class Curve>
[[nodiscard]] growth_kind kind_of(const Curve& curve, const fitted_curve& found, double tolerance)
{
    if (found.b < 0) return growth_kind::declining;
    const double first = curve.size(found.a), last = curve.size(found.a + found.b);
    if (!(first < last)) return growth_kind::undetermined;
    double low = curve.order(first), high = low;
    for (int part = 1; part <= 8; ++part) {
        const double order = curve.order(first * std::pow(last / first, part / 8.0));
        low                = (std::min)(low, order);
        high               = (std::max)(high, order);
    }
    if (low >= -tolerance && high <= tolerance) return growth_kind::linear;
    if (low >= 1 - tolerance && high <= 1 + tolerance) return growth_kind::exponential;
    if (curve.ceiling() < std::numeric_limits<double>::infinity())
        return last >= curve.ceiling() / 2 ? growth_kind::saturating : growth_kind::undetermined;
    if constexpr (requires { curve.m; })
        return curve.m > 1 ? growth_kind::faster : growth_kind::polynomial;
    return growth_kind::undetermined;
}

/// Whether the residuals are serially uncorrelated, by von Neumann's ratio at 5 %; its mean is 2.
/// Residuals of exact figures are rounding and the tolerance of the search, and are not tested.
template <class Size>
[[nodiscard]] bool no_pattern(const figures& data, double squares, const Size& size)
{
    const double n = static_cast<double>(data.sizes.size());
    if (squares < n * 1e-12) return true;
    double jumps = 0, before = 0;
    for (std::size_t i = 0; i < data.sizes.size(); ++i) {
        const double off = data.seen(data.sizes[i]) - data.seen(size(data.times[i]));
        if (i > 0) jumps += (off - before) * (off - before);
        before = off;
    }
    return jumps / squares > 2 - 3.3 / std::sqrt(n);
}

} // namespace orgscale::detail
