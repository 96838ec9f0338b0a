#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/improvement_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral improvement policy: constant productivity, no defects.
///
///     productivity(t) = 1
///     defects(t)      = 0
///
/// The pattern to copy for a policy of your own. Not for a firm whose quality costs it customers.
template <real Real = double>
struct no_improvement {
    using real_type = Real;

    /// 1 at any time [-].
    [[nodiscard]] constexpr Real productivity(const Real&) const { return Real(1); }

    /// 0 at any time [-].
    [[nodiscard]] constexpr Real defects(const Real&) const { return Real(0); }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(improvement_policy<no_improvement<>, double>);

} // namespace orgscale
