#pragma once

#include <tuple>

#include <orgscale/core/checked.hpp>
#include <orgscale/core/describe.hpp>
#include <orgscale/growth/scalability_law.hpp>
#include <orgscale/growth/universal_scalability.hpp>

namespace orgscale {

/// A scalability law with a scale: the output of k units in its own unit, such as requests a second.
///
///     X(k) = γ S(k),    S(1) = 1
///
/// For data: a measurement X(1) has errors like any other, and dividing by it would spread them over all.
///
/// Gunther, N. J. (2007). Guerrilla Capacity Planning. Springer. doi:10.1007/978-3-540-31010-5
template <template <class> class Law, real Real = double>
    requires scalability_law<Law<Real>>
struct scaled {
    using real_type = Real;

    finite_positive<Real> scale; ///< γ, output of one unit [output/time]
    Law<Real>             law;   ///< S

    /// γ S(k), the output of k units [output/time].
    [[nodiscard]] constexpr Real output(const non_negative<Real>& units) const
    {
        return scale * law.speed_up(units);
    }

    /// S(k), the speed-up [-].
    [[nodiscard]] constexpr Real speed_up(const non_negative<Real>& units) const
    {
        return law.speed_up(units);
    }

    static constexpr auto parameters()
    {
        return description{
            parameter{"scale", "γ", "output/time", "output of one unit", &scaled::scale},
            parameter{"", "", "", "", &scaled::law}};
    }
};

static_assert(scalability_law<scaled<universal_scalability>>);
static_assert(fully_described<scaled<universal_scalability>>);

} // namespace orgscale
