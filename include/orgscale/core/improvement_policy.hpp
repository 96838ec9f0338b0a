#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How work improves, or does not, over time.
///
///     productivity(t)    output per person, relative to that without the policy, > 0          [-]
///     defects(t)         share of the work that is wrong and must be redone, in [0, 1)        [-]
///     breakpoints()      optional: times at which either jumps or has a kink
///     next_breakpoint(t) optional, where there may be any number: the first after t, or infinity
///
/// The neutral policy, `no_improvement`, returns 1 and 0; copy it to write your own.
template <class Policy, class Real>
concept improvement_policy = real<Real> && requires(const Policy& policy, const Real& time) {
    { policy.productivity(time) } -> std::convertible_to<Real>;
    { policy.defects(time) } -> std::convertible_to<Real>;
};

} // namespace orgscale
