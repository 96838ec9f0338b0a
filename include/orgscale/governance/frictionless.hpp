#pragma once

#include <orgscale/core/description.hpp>
#include <orgscale/core/governance_policy.hpp>
#include <orgscale/core/real.hpp>

namespace orgscale {

/// The neutral governance: everybody is productive, no effort is lost, decisions take no time.
///
///     productive_share(n)  = 1
///     realized_effort(n)   = 1
///     decision_capacity(n) = infinity    [1/time]
///     decision_delay(n)    = 0           [time]
///
/// For any n >= 1. To write your own policy, copy this one: these four functions are all it needs.
template <real Real = double>
struct frictionless {
    using real_type = Real;

    [[nodiscard]] constexpr Real productive_share(const Real&) const { return Real(1); }
    [[nodiscard]] constexpr Real realized_effort(const Real&) const { return Real(1); }
    [[nodiscard]] constexpr Real decision_capacity(const Real&) const { return infinity<Real>(); }
    [[nodiscard]] constexpr Real decision_delay(const Real&) const { return Real(0); }

    [[nodiscard]] constexpr governance_unbounded<Real> unbounded() const
    {
        return {Real(1), infinity<Real>(), Real(0)};
    }

    static constexpr auto parameters() { return description<>{}; }
};

static_assert(governance_policy<frictionless<>, double>);

} // namespace orgscale
