#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/layoff_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral policy of layoffs: nobody is dismissed, and a staff that is too large shrinks by attrition.
///
///     dismissed(excess) = 0
///
/// Not for organisations that part with people whom they can't employ or pay: see layoffs.
template <real Real = double>
struct no_layoffs {
    using real_type = Real;

    static inline const Real severance{0};               ///< [money/person]
    static inline const Real resignations_per_layoff{0}; ///< [-]

    /// Nobody [people/time].
    [[nodiscard]] constexpr Real dismissed(const Real&) const { return Real(0); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(layoff_policy<no_layoffs<>, double>);

} // namespace orgscale
