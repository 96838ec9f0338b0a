#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// What a team of n >= 0 people loses to talking with one another.
///
///     share(n)    of everybody's time, in [0, 1]    [-]
///
/// The neutral policy, `no_overhead`, is the pattern to copy for one of your own; it needs no base.
template <class Policy, class Real>
concept overhead_policy = real<Real> && requires(const Policy& policy, const Real& people) {
    { policy.share(people) } -> std::convertible_to<Real>;
};

} // namespace orgscale
