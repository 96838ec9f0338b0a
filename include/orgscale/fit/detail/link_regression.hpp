#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

#include <orgscale/fit/detail/fitted_growth.hpp>
#include <orgscale/fit/detail/growth_curve.hpp>
#include <orgscale/fit/detail/observed_sizes.hpp>

namespace orgscale::detail {

/// The line behind a curve's link, by least squares with the weights that errors of the sizes have there: a first
/// approximation to the fit of the sizes.
[[nodiscard]] inline fitted_growth regressed_behind_link(const growth_curve&   curve,
                                                         const observed_sizes& seen)
{
    double       w = 0, wt = 0, wy = 0, wtt = 0, wty = 0;
    const double most = curve.has_ceiling() ? curve.top * (1 - 1e-3 / (std::max)(curve.top, 1.0))
                                            : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < seen.data.count(); ++i) {
        const double x    = (std::max)((std::min)(seen.data.sizes[i], most), 1e-12);
        const double pace = curve.pace(x) * seen.slope(x), y = curve.link(x);
        if (!(std::abs(y) < 1e30)) continue;
        const double weight = pace * pace, t = seen.data.times[i];
        w += weight;
        wt += weight * t;
        wy += weight * y;
        wtt += weight * t * t;
        wty += weight * t * y;
    }
    fitted_growth found;
    const double  spread = wtt - wt * wt / w;
    found.b              = spread > 0 ? (wty - wt * wy / w) / spread : 0;
    found.a              = (wy - found.b * wt) / w;
    return found;
}

} // namespace orgscale::detail
