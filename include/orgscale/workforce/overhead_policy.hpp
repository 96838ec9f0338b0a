#pragma once

#include <concepts>

#include <orgscale/core/real.hpp>

namespace orgscale {

/// Overhead policy: the time that a team of n >= 0 people loses to communication.
///
///     share(n)    share of everybody's time, in [0, 1]    [-]
///
/// To write your own, copy the neutral policy, `no_overhead`. No base class is needed.
template <class Policy, class Real>
concept overhead_policy = real<Real> && requires(const Policy& policy, const Real& people) {
    { policy.share(people) } -> std::convertible_to<Real>;
};

} // namespace orgscale
