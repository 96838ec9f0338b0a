#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// How work gets better, or doesn't, over time.
///
///     productivity(t)    what a person gets done, to what one did without the policy, > 0     [-]
///     defects(t)         share of the work that is wrong and is done again, in [0, 1)         [-]
///     breakpoints()      optional: a range of the times at which either jumps or bends
///
/// The neutral policy, `no_improvement`, answers 1 and 0; it is the pattern to copy.
template <class Policy, class Real>
concept improvement_policy = real<Real> && requires(const Policy& policy, const Real& time) {
    { policy.productivity(time) } -> std::convertible_to<Real>;
    { policy.defects(time) } -> std::convertible_to<Real>;
};

} // namespace orgscale
